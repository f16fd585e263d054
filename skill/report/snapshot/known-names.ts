/** The names of the people in the records, and texts without them. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../torii/json.ts';
import type { TenantRecords } from '../../torii/read.ts';
import { personToken } from '../../mapping/portfolio.ts';

const email = /[^\s@<>()[\],;:"']+@[^\s@<>()[\],;:"']+\.[\p{L}]{2,}/gu;
const word = /[\p{L}\p{M}\p{N}.'’-]+/gu;
/** Names of one word are too often words of a product. */
const shortest = 2;
const longest = 4;

/** Full names of at least two words, lower case. */
export function knownNames(records: TenantRecords): ReadonlySet<string> {
  const names = new Set<string>();
  for (const rows of [records.users, ...records.appUsers.values()]) {
    for (const row of rows) addNames(row, names);
  }
  for (const row of [...records.apps, ...records.contracts]) {
    for (const value of Object.values(row)) addPeople(value, names);
  }
  return names;
}

function addPeople(value: JsonValue, names: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) addPeople(item, names);
  else if (isJsonObject(value)) addNames(value, names);
}

function addNames(row: JsonObject, names: Set<string>): void {
  const { fullName, firstName, lastName } = row;
  if (typeof fullName === 'string') addName(fullName, names);
  if (typeof firstName === 'string' && typeof lastName === 'string') {
    addName(`${firstName} ${lastName}`, names);
  }
}

function addName(name: string, names: Set<string>): void {
  const parts = name.toLowerCase().match(word) ?? [];
  if (parts.length >= shortest && parts.length <= longest) names.add(parts.join(' '));
}

/** A text in which e-mails and known names are tokens. */
export function withoutNames(text: string, names: ReadonlySet<string>): string {
  const clean = text.includes('@') ? text.replace(email, personToken) : text;
  if (!clean.includes(' ')) return clean;
  const parts = [...clean.matchAll(word)];
  let result = '';
  let from = 0;
  for (let index = 0; index < parts.length; index += 1) {
    const found = nameAt(parts, index, names);
    const start = parts[index]?.index ?? 0;
    if (found === null || start < from) continue;
    result += clean.slice(from, start) + personToken(found.name);
    from = found.end;
  }
  return result + clean.slice(from);
}

/** The longest known name that starts at a word, and where it ends. */
function nameAt(
  parts: readonly RegExpExecArray[],
  index: number,
  names: ReadonlySet<string>,
): { name: string; end: number } | null {
  for (let length = longest; length >= shortest; length -= 1) {
    const last = parts[index + length - 1];
    if (last === undefined) continue;
    const name = parts
      .slice(index, index + length)
      .map(([part]) => bare(part).toLowerCase())
      .join(' ');
    if (names.has(name)) return { name, end: last.index + bare(last[0]).length };
  }
  return null;
}

/** Without the full stop of a sentence or the "'s" of a possession. */
function bare(part: string): string {
  return part.replace(/(\.|['’]s)+$/, '');
}

/** Takes names and e-mails of the people in the records out of any text. */
export function namelessText(records: TenantRecords): (text: string) => string {
  const names = knownNames(records);
  return (text) => withoutNames(text, names);
}
