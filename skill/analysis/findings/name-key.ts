/**
 * A number that names with equal slugs share and others rarely do: a screen that costs no text. Signs
 * and letters beyond ASCII are dropped, so callers must compare the slugs of what they join. Of its bits
 * the high ones are cut off: names that differ in their last sign alone differ in the low ones.
 */
export function nameKey(name: string): number {
  let key = 0;
  for (let index = 0; index < name.length; index += 1) {
    const code = name.charCodeAt(index) | 32;
    const isLetterOrDigit = (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
    if (isLetterOrDigit) key = (Math.imul(key, 31) + code) | 0;
  }
  return key & 0x3fffffff;
}
