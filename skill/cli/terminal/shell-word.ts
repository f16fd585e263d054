/**
 * A text as one word of a command that a person pastes into their shell: paths and values hold spaces and apostrophes.
 * In quotation marks wherever every shell reads those alike; else the way of POSIX shells.
 */
export function shellWord(text: string): string {
  if (/^[\w.:=/@%+,-]+$/.test(text)) return text;
  return /["$`!\p{Cc}]|\\\\|\\$/u.test(text) ? `'${text.replaceAll("'", String.raw`'\''`)}'` : `"${text}"`;
}
