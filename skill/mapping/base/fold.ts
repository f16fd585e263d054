/** Letters and digits only, lower case: "In Review", "inReview" and "in-review" fold to one text. */
export function fold(text: string): string {
  // Most of what is folded a hundred thousand times over is one plain word already.
  return /^[a-z]*$/.test(text) ? text : text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * A field key or label as plain lower-case words: `c_noticeDays_1` and "Notice (days)" both read
 * "notice days". Torii's prefixes (`c_`, `ccf_`) and running numbers carry no meaning.
 */
export function words(name: string): string {
  return name
    .replace(/^(c|ccf|cf|custom)_/i, '')
    .replace(/_\d+$/, '')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}
