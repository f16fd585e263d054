/** Longest line of a formatted file. */
const WIDTH = 110;

/** Indented JSON as the formatter leaves it: a list of plain values stays on one line where it fits. */
export function jsonText(value: unknown): string {
  return `${print(value, '', 0)}\n`;
}

/** @param used characters that the line already holds before the value, beyond its indent */
function print(value: unknown, indent: string, used: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    const line = `[${value.map((item) => JSON.stringify(item)).join(', ')}]`;
    const plain = value.every((item) => typeof item !== 'object' || item === null);
    if (plain && indent.length + used + line.length + 1 <= WIDTH) return line;
    return `[\n${value.map((item) => deeper + print(item, deeper, 0)).join(',\n')}\n${indent}]`;
  }
  const lines = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .map(([key, inner]) => {
      const name = `${JSON.stringify(key)}: `;
      return deeper + name + print(inner, deeper, name.length);
    });
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n${indent}}`;
}
