/**
 * A token for a person known only by name or e-mail, so that neither has to be shared: the
 * same text gives the same token in a live reading and in a snapshot without people.
 * It hides the text from a reader, not from somebody who already suspects which text it is.
 */
export function personToken(text: string): string {
  const clean = text.trim().toLowerCase();
  return isPersonToken(clean) ? clean : `person-${hash(clean, 0x811c9dc5)}${hash(clean, 0x9747b28c)}`;
}

export function isPersonToken(text: string): boolean {
  return /^person-[0-9a-f]{16}$/.test(text);
}

/** 32-bit FNV-1a with a final mix, from a seed. */
function hash(text: string, seed: number): string {
  let state = seed;
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  }
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state ^= state >>> 13;
  return (state >>> 0).toString(16).padStart(8, '0');
}
