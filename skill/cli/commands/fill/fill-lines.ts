import { jsonText } from '../../../assets/json-text.ts';
import type { PublishCalls } from '../../../package/publish.ts';
import { table } from '../../terminal/table.ts';
import type { Template } from '../../files/template.ts';

/** What was written and how to publish it: for a person, then as JSON for whoever makes the call. */
export function fillLines(folder: string, pages: readonly Template[], calls: PublishCalls): string {
  const sizes = pages.map(({ name, text }) => [name, text.length.toLocaleString('en')]);
  return `Written to ${folder}:
${table(['page', 'bytes'], sizes, [1])}

Publish one page, by the tool that this session offers:
- Artifact: call it with "published". To renew the page, add its address as "url".
- create_artifact: call it with "live"; to renew the page, call update_artifact with the same arguments.
Then open the page and check under Data that the tools are granted.

\`\`\`json
${jsonText(calls).trimEnd()}
\`\`\``;
}
