/** The two commands that lead to an approved mapping, as Markdown. */
export function mappingCommands(url: string, file: string): string {
  return `\`saas-rationalization discover --url ${url} --out ${file}\`, then \`saas-rationalization mapping approve ${file} --by "your name"\``;
}
