/**
 * The head of a SKILL.md. In: the file's text. Out: its keys with their values, and the body; or one
 * sentence about what cannot be read. Reads the part of YAML that a skill needs, `key: value` and one
 * level of nesting, and refuses what another YAML reader might take differently.
 */
export type Frontmatter =
  | { readonly ok: true; readonly fields: Fields; readonly body: string }
  | { readonly ok: false; readonly sentence: string };

/** A nested key is joined to its parent with a dot: `metadata.version`. */
export type Fields = ReadonlyMap<string, string>;

const head = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/;
const entry = /^( {2})?([A-Za-z][\w-]*):(?: (.*))?$/;
/** What YAML would read as something else than the text it looks like. */
const ambiguous = /^[\s&*!|>%@`{}[\],#?-]|: |\s#|:$/;

export function readFrontmatter(text: string): Frontmatter {
  const [, lines, body] = head.exec(text) ?? [];
  if (lines === undefined || body === undefined) {
    return { ok: false, sentence: 'The file does not begin with a block between two lines of "---".' };
  }
  const fields = new Map<string, string>();
  let parent = '';
  for (const line of lines.split('\n')) {
    const [, indent, key, value = ''] = entry.exec(line) ?? [];
    if (key === undefined) return unreadable(line);
    const path = indent === undefined ? key : `${parent}.${key}`;
    const plain = scalar(value);
    if (plain === null || fields.has(path) || path.startsWith('.')) return unreadable(line);
    if (indent === undefined) parent = key;
    fields.set(path, plain);
  }
  return { ok: true, fields, body };
}

/** Null when the value should have been put in quotes. */
function scalar(value: string): string | null {
  const [, double, single] = /^(?:"([^"\\]*)"|'([^']*)')$/.exec(value) ?? [];
  const quoted = double ?? single;
  if (quoted !== undefined) return quoted;
  return ambiguous.test(value) || /^["']/.test(value) ? null : value.trim();
}

function unreadable(line: string): Frontmatter {
  return { ok: false, sentence: `This line is not "key: value" that every YAML reader takes alike: ${line}` };
}
