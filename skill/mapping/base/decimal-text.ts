/**
 * A number written as text, or null when it could mean two things.
 *
 * Read: "12000", "-12.5", "1,200.50", "1.200,50", "1,200,000", "1200,50", "1 200.50".
 * Not read: "1,200" and "1.200", which are twelve hundred in one country and one point two in the
 * next; anything with other characters. A wrong guess would be wrong by a factor of a thousand.
 */
export function decimalOf(text: string): number | null {
  const plain = text.trim().replace(/[\s\u00a0\u202f'’](?=\d{3}(\D|$))/g, '');
  if (/^-?\d+$/.test(plain)) return Number(plain);
  if (!/^-?\d[\d.,]*\d$/.test(plain) || /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(plain)) return null;
  const point = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
  const mark = plain.charAt(point);
  const groups = plain.split(mark).length > 2 ? plain : plain.slice(0, point);
  const grouping = groups === plain ? mark : mark === '.' ? ',' : '.';
  if (!isGrouped(groups, grouping)) return null;
  const whole = groups.replaceAll(grouping, '');
  return Number(groups === plain ? whole : `${whole}.${plain.slice(point + 1)}`);
}

/** Digits without marks, or in groups of three. */
function isGrouped(text: string, mark: string): boolean {
  const [first = '', ...rest] = text.replace(/^-/, '').split(mark);
  if (!/^\d+$/.test(first) || (rest.length > 0 && first.length > 3)) return false;
  return rest.every((group) => /^\d{3}$/.test(group));
}

/** Three digits after one dot, at the beginning of a text: "1.000". */
export function isGroupOrFraction(text: string): boolean {
  return /^\s*[1-9]\d{0,2}\.\d{3}(?![\d.,])/.test(text);
}
