/**
 * Prose held to a block that a page handed over: the same check as against an analysis, with the figures, names and
 * dates that the block states.
 */
import type { IsoDate } from '../../analysis/contract.ts';
import {
  checkAgainst,
  type Fact,
  namedInTexts,
  type NarrativeCheck,
  type StatedTogether,
} from '../../analysis/facts.ts';
import { withoutNotes } from '../text/brief-markdown.ts';
import type { Handover } from './handover.ts';
import { notesIn } from './handover-texts.ts';

export function checkHandedText(markdown: string, block: Handover): NarrativeCheck {
  const { about, digest } = block;
  const facts = new Map<string, Fact>();
  const stated: StatedTogether[] = [{ names: [about.tenant], facts: [], dates: [] }];
  for (const node of nodesIn([block.brief, block.digest, block.report, block.run], '')) {
    if (isRecord(node.value))
      for (const [id, fact] of factIn(node.value, about.currency)) facts.set(id, fact);
    if (isUnit(node)) stated.push(unitOf(node.value));
  }
  return checkAgainst(withoutNotes(markdown, notesIn(block)), {
    records: namedInTexts(stated, about.asOf),
    dates: digest.since === null ? [] : [digest.since],
    factOf: (id) => facts.get(id) ?? null,
  });
}

interface BlockNode {
  readonly value: unknown;
  /** Under which it stands; of items of a list, that of the list. */
  readonly key: string;
  readonly isItem: boolean;
}

function nodesIn(value: unknown, key: string, isItem = false): BlockNode[] {
  const own = { value, key, isItem };
  if (Array.isArray(value)) return [own, ...value.flatMap((item) => nodesIn(item, key, true))];
  if (!isRecord(value)) return [own];
  return [own, ...Object.entries(value).flatMap(([name, inner]) => nodesIn(inner, name))];
}

/** What belongs together: a decision, a row of a table, an app of the run, a sentence. */
function isUnit({ value, key, isItem }: BlockNode): boolean {
  if (isRecord(value)) return 'sentence' in value || (isItem && key === 'apps');
  if (!Array.isArray(value)) return false;
  return (isItem && key === 'rows') || value.some((part) => typeof part === 'string' || isPart(part));
}

function isPart(value: unknown): boolean {
  return isRecord(value) && ('fact' in value || ('name' in value && Object.keys(value).length === 1));
}

function unitOf(value: unknown): StatedTogether {
  const texts = nodesIn(value, '').flatMap((node) =>
    typeof node.value === 'string' ? [{ key: node.key, text: node.value }] : [],
  );
  const under = (...keys: readonly string[]): string[] =>
    texts.flatMap(({ key, text }) => (keys.includes(key) ? [text] : []));
  const dates: IsoDate[] = under('date', 'lastSafeDate');
  return { names: under('name'), facts: under('fact'), dates };
}

/** The figure of a part, under the id that it is cited by. */
function factIn(part: Readonly<Record<string, unknown>>, ofTenant: string): [string, Fact][] {
  const { fact, money, minor = money, count, share, date, text, currency = ofTenant } = part;
  if (typeof fact !== 'string') return [];
  if (typeof minor === 'number' && typeof currency === 'string')
    return [[fact, { kind: 'money', minor, currency }]];
  if (typeof count === 'number') return [[fact, { kind: 'count', count }]];
  if (typeof share === 'number') return [[fact, { kind: 'share', share }]];
  if (typeof date === 'string') return [[fact, { kind: 'date', date }]];
  return typeof text === 'string' ? [[fact, { kind: 'text', text }]] : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
