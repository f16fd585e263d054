/** JSON in short lines without indentation: small, and no line too long to be shown. */
const WIDTH = 160;

/** An object or list that fits into one line stays in one. */
export function fittedJson(value: unknown, width = WIDTH): string {
  const compact = JSON.stringify(value) ?? 'null';
  if (compact.length <= width || typeof value !== 'object' || value === null) return compact;
  if (Array.isArray(value)) return `[\n${value.map((item) => fittedJson(item)).join(',\n')}\n]`;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{\n${members.map(([key, member]) => `${JSON.stringify(key)}:${fittedJson(member)}`).join(',\n')}\n}`;
}
