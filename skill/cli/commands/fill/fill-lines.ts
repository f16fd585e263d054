import { renderCount } from '../../../analysis/facts.ts';
import { jsonText } from '../../../assets/json-text.ts';
import type { PublishCalls } from '../../../package/publish.ts';
import type { PackedFile } from '../../../surfaces/packed-files.ts';
import type { Program } from '../../files/program.ts';
import { table } from '../../terminal/table.ts';

export interface FilledFolder {
  readonly folder: string;
  readonly files: readonly PackedFile[];
  readonly program: Program;
  /** Path of the page in one file, for a tool that takes no others. */
  readonly fragment: string;
  readonly calls: PublishCalls;
}

/** What was written and how to publish it: for a person, then as JSON for the caller. */
export function fillLines({ folder, files, program, fragment, calls }: FilledFolder, width: number): string {
  const sizes = files.map(({ path, bytes }) => [path, renderCount(bytes.length)]);
  return `Written to ${folder}:
${table(['file', 'bytes'], sizes, [1], width)}

${programLine(program)}

Publish one page, by the tool that this session offers:
- Artifact: read index.html, then call it with "published". It is ready-made: start from no type and no template.
- Artifact without a parameter "files": the same without "files", and with this file_path:
  ${fragment}
- create_artifact: call it with "live"; to renew the page, call update_artifact with the same arguments.
To renew a published page in a later conversation, read it first (action "read", its address as "url"), then
call with the same arguments and "url". Then open the page and check under Data that the tools are granted.

\`\`\`json
${jsonText(calls).trimEnd()}
\`\`\``;
}

function programLine({ sha256, checked }: Program): string {
  return checked
    ? `app.js is the unchanged program of this release, sha256 ${sha256} (checked just now).`
    : `app.js has the sha256 ${sha256}. This command runs from its source and has no hash to check it with.`;
}
