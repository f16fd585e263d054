/**
 * The page as it is published: a shell that a model reads in one look, with its program and its style
 * beside it; and the same in one file, for hosts that take only one.
 *
 * In: a title and the names of the scripts, or a shell and the text of the files it names. Out: the text
 * of a page. The title comes first, because hosts look for it in the first kilobytes.
 */

/** Id of the block that people and the `fill` command edit in a page. */
export const CONFIGURATION_ID = 'saas-rationalization-configuration';

/** Files beside a shell, by the address that it names them with. */
export const pageFiles = {
  program: 'app.js',
  style: 'app.css',
  /** The invented tenant; only the demo has it. */
  demo: 'demo.js',
  /** What is too large for the shell: history, baseline, decisions, mapping. */
  tenant: 'tenant.json',
} as const;

/** The block as it leaves the build: nothing configured, everything discovered. */
export const emptyConfigurationBlock = `{
"connector":"",
"connectorName":"Torii",
"mapping":null,
"decisions":null,
"baseline":null,
"asOf":null
}`;

const ROOT = '<div id="saas-rationalization"></div>';

/** Without doctype, html, head and body: the host that publishes it adds them. */
export function shellOf(title: string, scripts: readonly string[]): string {
  return `<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${pageFiles.style}">
<!-- Ready-made page: configuration here, program in ${pageFiles.program}, nothing to edit. All of it may stay empty. -->
<script type="application/json" id="${CONFIGURATION_ID}">
${emptyConfigurationBlock}
</script>
${ROOT}
${scripts.map((name) => `<script src="${name}"></script>`).join('\n')}
`;
}

/** Text of each file that a shell names, by its address. */
export type PageFiles = ReadonlyMap<string, string>;

/** A whole document that opens by double-click. */
export function documentOf(shell: string, files: PageFiles): string {
  const page = fragmentOf(shell, files);
  const body = page.indexOf(ROOT);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${page.slice(0, body)}</head>
<body>
${page.slice(body)}</body>
</html>
`;
}

/** The same without a skeleton, for hosts that bring their own. @throws when a named file is not given */
export function fragmentOf(shell: string, files: PageFiles): string {
  const textOf = (name: string): string => {
    const text = files.get(name);
    if (text === undefined) throw new Error(`The page names ${name}, which is not there.`);
    return text;
  };
  return shell
    .replace(/<link rel="stylesheet" href="([^"]*)">/g, (_, name: string) => {
      return `<style>\n${textOf(name)}\n</style>`;
    })
    .replace(/<script src="([^"]*)"><\/script>/g, (_, name: string) => {
      return `<script>\n${textOf(name)}\n</script>`;
    });
}
