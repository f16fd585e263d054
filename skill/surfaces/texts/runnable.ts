/**
 * Commands as they run where a text is read: by the path of the script, never by a name that a package registry
 * would have to resolve. The name is unclaimed there, and anyone who took it would be handed a Torii token.
 */
const COMMAND =
  /\b(?:npx )?saas-rationalization (?=(?:brief|digest|discover|fill|login|mapping|pack|report|setup|token|validate)\b)/g;

export function runnable(text: string, command: string): string {
  return text.replaceAll(COMMAND, () => `${command} `);
}

/** `node PATH`, in quotation marks where a shell would otherwise split or read it. */
export function nodeCommand(script: string): string {
  const path = script.replaceAll('\\', '/');
  return /^[\w./:@+-]+$/.test(path) ? `node ${path}` : `node "${path.replaceAll(/["$`]/g, String.raw`\$&`)}"`;
}
