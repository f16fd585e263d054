/** The demo as files to publish: the same program with an invented tenant beside it. */
import { documentOf, fragmentOf, pageFiles } from '../../report/pages.ts';
import { textFile, type PackedFile } from '../../surfaces/packed-files.ts';
import { builtFile } from './built-file.ts';
import { pageNames } from './page.ts';
import { readProgram, type Program } from './program.ts';

/** The demo's shell among the built files; published, it is the page's own `index.html`. */
export const demoShell = 'demo-index.html';

/** Names of the demo in one file. */
export const demoNames = { document: 'demo.html', fragment: 'demo.fragment.html' } as const;

export async function demoFiles(): Promise<{ files: PackedFile[]; program: Program }> {
  const program = await readProgram();
  const shell = await builtFile(demoShell);
  const code = {
    [pageFiles.program]: program.text,
    [pageFiles.style]: await builtFile(pageFiles.style),
    [pageFiles.demo]: await builtFile(pageFiles.demo),
  };
  const beside = new Map(Object.entries(code));
  const files = [
    textFile(pageNames.shell, shell),
    ...[...beside].map(([name, text]) => textFile(name, text)),
    textFile(demoNames.document, documentOf(shell, beside)),
    textFile(demoNames.fragment, fragmentOf(shell, beside)),
  ];
  return { files, program };
}
