/** Longest line of a formatted file. */
const WIDTH = 110;

/** Indented JSON as the formatter leaves it: a list of plain values stays on one line where it fits. */
export function jsonText(value: unknown): string {
  return `${print(value, '', 0)}\n`;
}

/** @param used characters that the line holds besides the value and its indent, a comma included */
function print(value: unknown, indent: string, used: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    const line = `[${value.map((item) => JSON.stringify(item)).join(', ')}]`;
    const plain = value.every((item) => typeof item !== 'object' || item === null);
    if (plain && indent.length + used + line.length <= WIDTH) return line;
    const items = value.map((item, index) => deeper + print(item, deeper, index < value.length - 1 ? 1 : 0));
    return `[\n${items.join(',\n')}\n${indent}]`;
  }
  const lines = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .map(([key, inner], index, { length }) => {
      const name = `${JSON.stringify(key)}: `;
      return deeper + name + print(inner, deeper, name.length + (index < length - 1 ? 1 : 0));
    });
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n${indent}}`;
}
