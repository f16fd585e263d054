/**
 * The text around a page: document or fragment, configuration block first, pure ASCII.
 *
 * Hosts re-encode what they publish, refuse U+FFFD and look for the title in the first kilobytes;
 * so everything outside ASCII is escaped and the title stands before all else.
 */
export interface PageParts {
  readonly title: string;
  readonly script: string;
  readonly style: string;
}

/** Id of the block that people and the `fill` command edit in a built page. */
export const CONFIGURATION_ID = 'saas-rationalization-configuration';

/** The block as it leaves the build: nothing configured, everything discovered. */
export const emptyConfigurationBlock = `{
  "connector": "",
  "connectorName": "Torii",
  "mapping": null,
  "decisions": null,
  "baseline": null,
  "asOf": null
}`;

export function documentOf(page: PageParts): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${head(page)}
</head>
<body>
${body(page)}
</body>
</html>
`;
}

/** For hosts that wrap content in their own skeleton and refuse a second one. */
export function fragmentOf(page: PageParts): string {
  return `${head(page)}\n${body(page)}\n`;
}

function head(page: PageParts): string {
  return `<title>${page.title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<!-- Configuration: the MCP UUID or any full tool name of the Torii connector, its display name, and the
     content of tenant-mapping.json and decisions.json. All of it may stay empty: the page then finds the connector itself. -->
<script type="application/json" id="${CONFIGURATION_ID}">
${emptyConfigurationBlock}
</script>
<style>${asciiStyle(page.style)}</style>`;
}

function body(page: PageParts): string {
  return `<div id="saas-rationalization"></div>
<script>${asciiScript(page.script)}</script>`;
}

/** Valid inside string, template and regular-expression literals, which is where such characters live. */
export function asciiScript(code: string): string {
  return code
    .replace(/[^\0-\x7f]/g, (character) => `\\u${hex(character).padStart(4, '0')}`)
    .replace(/<\/(script)/gi, '<\\/$1')
    .replaceAll('<!--', '<\\!--');
}

export function asciiStyle(css: string): string {
  return css
    .replace(/[^\0-\x7f]/gu, (character) => `\\${character.codePointAt(0)?.toString(16) ?? ''} `)
    .replace(/<\/(style)/gi, '<\\/$1');
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16);
}
