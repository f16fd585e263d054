/** What the scheduled run asks for. A person may change the file; the wrapper only reads it. */
export function scheduledPrompt(): string {
  return `Read Torii through its read tools and answer in Markdown, with nothing before or after it.

First check that Torii answers: call list_apps with a size of 1. If it does not, say which call failed and
with which words, and stop: "no data" is an answer, an empty table is not.

Then write, under these headings and in this order:

## Contracts whose term ends in the next 60 days
One table row a contract: term end, contract name, contract id, app id, status. Read all pages of
list_contracts, asking only for these fields. Order by term end, then by contract id. Say how many
contracts were read of how many.

## Could not be read
Each call that failed or was refused, and what is missing because of it. "Nothing" when nothing is missing.

Name no person. Compute no savings, sums or percentages: \`saas-rationalization digest\` does that from the
records. State the day on which Torii was read in the first line.
`;
}
