/** Values that a reply should not hold where it holds one: every kind of wrong, by chance. */
import type { JsonValue } from '../../skill/torii/json.ts';
import type { Chance } from '../oracle/random.ts';

const LEVELS = [5, 40, 3_000, 100_000] as const;

/** A list in a list in a list; made without recursion, as a parser makes it. */
export function nestedList(levels: number): JsonValue {
  let value: JsonValue = 'x';
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
}

function wrapped(value: JsonValue, chance: Chance): JsonValue {
  return chance.pick<JsonValue>([{ value }, [value], { value: { value } }, { data: value }, [[value]]]);
}

const strange: readonly JsonValue[] = [
  '',
  ' ',
  'null',
  'N/A',
  '-',
  0,
  -1,
  1e308,
  -0.000_001,
  9_007_199_254_740_992,
  true,
  false,
  [],
  {},
  '1970-01-01T00:00:00.000Z',
  '9999-99-99',
  '=HYPERLINK("http://x.example")',
  '<script>alert(1)</script>',
  '\u0000\u202e\ud800',
  'Error: 403 Forbidden',
  'HTTP error! status: 500',
  { error: 'Internal Server Error', statusCode: 500 },
  { constructor: 'x', ['__proto__']: { polluted: true } },
];

/** Another type for the same content, where there is one. */
function retyped(value: JsonValue): JsonValue {
  if (typeof value === 'number') return `${value}`;
  if (typeof value === 'string')
    return value !== '' && Number.isFinite(Number(value)) ? Number(value) : [value];
  if (typeof value === 'boolean') return value ? 'yes' : 0;
  if (value === null) return 'null';
  return JSON.stringify(value);
}

/** A hostile value in the place of `value`. */
export function hostileValue(value: JsonValue, chance: Chance): JsonValue {
  const kind = chance.between(0, 5);
  if (kind === 0) return null;
  if (kind === 1) return retyped(value);
  if (kind === 2) return wrapped(value, chance);
  if (kind === 3) return nestedList(chance.pick(LEVELS));
  if (kind === 4) return chance.in100(20) ? 'x'.repeat(chance.pick([10_000, 1_000_000])) : '9'.repeat(400);
  return chance.pick(strange);
}
