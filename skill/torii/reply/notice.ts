/**
 * What hosts put in the place of a result that is too large for a conversation: a notice that it was saved, with
 * the beginning of it.
 */

/** Both wordings that are known: "Full output saved to: PATH" and "Output has been saved to PATH." */
const SAVED_TO = /\bsaved to:?\s+((?:\/|[A-Za-z]:[\\/]|~\/)[^\n]*?)\.?\s*(?:\n|$)/;

/** A notice begins with its words; a result that mentions such words does so somewhere in its rows. */
const FRONT = 2000;

/** The file that a notice names; null for every other text. */
export function noticedPlace(text: string): string | null {
  return SAVED_TO.exec(words(text).slice(0, FRONT))?.[1]?.trim() ?? null;
}

/** The text of a content array, such as hosts keep it, else the text itself. */
function words(text: string): string {
  if (!/^\s*[["{]/.test(text)) return text;
  const front = text.slice(0, 2 * FRONT);
  return /"text"\s*:|^\s*"/.test(front)
    ? front.replaceAll(String.raw`\n`, '\n').replaceAll(/^[^]*?"text"\s*:\s*"|^\s*"/g, '')
    : '';
}
