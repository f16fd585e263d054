/** Characters of a tenant's own name, label or key that are repeated among instructions. */
const LONGEST = 60;

/**
 * A tenant's own text, made safe to put among instructions to Claude: on one line, cut, and between quotation
 * marks that it cannot end, without markup that could pass for ours.
 */
export function quotedName(name: string): string {
  const line = name
    .replaceAll(/["“”`<>[\]{}|\\]/g, '')
    .replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim();
  return `"${line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1)}…`}"`;
}
