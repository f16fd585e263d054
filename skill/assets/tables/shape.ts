/** A JSON Schema as a few lines a person reads at once: keys, kinds and closed lists of words. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../torii/json.ts';

/** Keys whose content is described elsewhere, and where. */
const elsewhere: Readonly<Record<string, string>> = {
  config: '(the assumptions of the mapping)',
  edits: '(as in decisions.json)',
  tool: '(a read tool)|null',
  type: '(a type of finding)',
  lever: '(a lever)',
};

/** Longest line of a code block that a narrow pane shows without scrolling far. */
const WIDTH = 100;

/** One entry a key of the top level, wrapped. */
export function shapeLines(schema: JsonObject): string[] {
  const entries = Object.entries(propertiesOf(schema)).filter(([key]) => key !== '$schema');
  return ['{', ...entries.flatMap(([key, inner]) => wrapped(`${key}: ${shapeOf(inner)}`)), '}'];
}

function wrapped(text: string): string[] {
  const lines: string[] = [];
  let line = ' ';
  for (const word of text.split(' ')) {
    if (line.length + word.length >= WIDTH) {
      lines.push(line);
      line = '   ';
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}

function shapeOf(schema: JsonValue): string {
  if (!isJsonObject(schema)) return 'any';
  const { type, enum: words, const: only, anyOf, items } = schema;
  if (only !== undefined) return JSON.stringify(only);
  if (Array.isArray(words)) return words.map((word) => JSON.stringify(word)).join('|');
  if (Array.isArray(anyOf)) return anyOf.map(shapeOf).join('|');
  if (Array.isArray(type)) return type.map((kind) => (typeof kind === 'string' ? kind : 'any')).join('|');
  if (type === 'array') return `[${shapeOf(items ?? null)}]`;
  return type === 'object' ? objectShape(schema) : textShape(schema);
}

function textShape({ type, pattern }: JsonObject): string {
  if (typeof pattern !== 'string') return typeof type === 'string' ? type : 'any';
  return pattern.includes('{4}') ? 'date' : 'amount';
}

function objectShape(schema: JsonObject): string {
  const keys = Object.entries(propertiesOf(schema)).map(
    ([key, inner]) => `${key}: ${elsewhere[key] ?? shapeOf(inner)}`,
  );
  const { additionalProperties: other } = schema;
  if (keys.length > 0) return `{${keys.join(', ')}}`;
  return isJsonObject(other) ? `{[key]: ${shapeOf(other)}}` : '{}';
}

function propertiesOf({ properties }: JsonObject): JsonObject {
  return isJsonObject(properties) ? properties : {};
}
