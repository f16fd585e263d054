/** Mock Torii read through the whole path while some of its replies are hostile. */
import { demoMapping } from '../../mocks/tenant/demo-mapping.ts';
import { createTenant } from '../../mocks/tenant/tenant.ts';
import { createTorii } from '../../mocks/torii/torii.ts';
import { parseMapping, type TenantMapping } from '../../skill/mapping/mapping.ts';
import { readPortfolio } from '../../skill/mapping/portfolio.ts';
import { type Clock, openBridge } from '../../skill/torii/bridge.ts';
import { failure } from '../../skill/torii/failure.ts';
import { isJsonObject, type JsonObject } from '../../skill/torii/json.ts';
import type { TenantRecords } from '../../skill/torii/read.ts';
import { chanceOf } from '../oracle/random.ts';
import { hostileReply, mutationNames } from './hostile-reply.ts';

export const asOf = '2026-11-22';
export const mappingFile = demoMapping(asOf);
export const mapping = parsedMapping();

const tenant = createTenant({ size: 'small', asOf });
const DEADLINE_MS = 60_000;
/** So small that every list has a cursor to follow. */
const PAGE = 15;
/** An honest reading takes about twenty calls; a reader that asks so often never ends. */
const MOST_CALLS = 4_000;

function parsedMapping(): TenantMapping {
  const parsed = parseMapping(mappingFile);
  if (!parsed.ok) throw new Error('The demo mapping is not valid.');
  return parsed.mapping;
}

/** What is done to the replies, as a seed chooses it. */
export interface Attack {
  readonly seed: number;
  readonly mutation: string;
  /** The tool whose replies are hostile. */
  readonly tool: string;
  /** From which call of that tool on, and whether only that one. */
  readonly from: number;
  readonly once: boolean;
}

const lists = ['list_apps', 'list_contracts'];
const others = ['get_app_fields', 'get_contract_fields'];

/** A list that states neither total nor cursor from its first page on says nothing that could be doubted. */
const statesNothing: ReadonlySet<string> = new Set(['list alone']);

export function attackOf(seed: number): Attack {
  const chance = chanceOf(seed);
  // In turn, so that a few hundred seeds try every kind; every third one changes values, of which there are most.
  const turn = mutationNames[Math.floor(seed / 3) % mutationNames.length] ?? 'cells';
  const mutation = seed % 3 === 0 ? 'cells' : turn;
  const tool = chance.pick(chance.in100(80) ? lists : others);
  const from = statesNothing.has(mutation) ? 2 : chance.between(1, 2);
  return { seed, mutation, tool, from, once: chance.in100(40) };
}

export interface AttackedReading {
  readonly records: TenantRecords;
  readonly calls: number;
  /** How many replies were hostile. */
  readonly struck: number;
}

/** Waits are skipped; a deadline comes as soon as nothing else is left to do. */
const clock: Clock = {
  now: () => Date.UTC(2026, 10, 22, 7),
  sleep: (ms, signal) =>
    ms < DEADLINE_MS
      ? Promise.resolve()
      : new Promise((resolve) => {
          const timer = setTimeout(resolve, 25);
          signal?.addEventListener('abort', () => clearTimeout(timer), { once: true });
        }),
};

function bodyIn(result: { readonly content: readonly { readonly text: string }[] }): JsonObject {
  const body: unknown = JSON.parse(result.content[0]?.text ?? 'null');
  return isJsonObject(body) ? body : {};
}

/** Reads the tenant; an attack of null leaves every reply as it is. */
export async function readUnderAttack(attack: Attack | null): Promise<AttackedReading> {
  const torii = createTorii(tenant);
  const chance = chanceOf((attack?.seed ?? 0) + 7_919);
  const times = new Map<string, number>();
  let calls = 0;
  let struck = 0;
  const answer = async (name: string, args: JsonObject): Promise<unknown> => {
    calls += 1;
    if (calls > MOST_CALLS) throw new Error('The reader does not stop asking.');
    const honest = {
      ...args,
      ...(typeof args['size'] === 'number' && { size: Math.min(args['size'], PAGE) }),
    };
    const result = await torii.call(name, honest);
    const mine = (times.get(name) ?? 0) + 1;
    times.set(name, mine);
    if (attack === null || name !== attack.tool || mine < attack.from) return result;
    if (attack.once && struck > 0) return result;
    struck += 1;
    return hostileReply(attack.mutation, { body: bodyIn(result), args, times: mine, chance });
  };
  const bridge = openBridge({
    host: 'http',
    raw: answer,
    clock,
    deadlineMs: DEADLINE_MS,
    wireNames: () => Promise.resolve(torii.tools()),
    failureOf: (thrown, tool) => failure('unavailable', tool, String(thrown)),
  });
  const limits = { atOnce: 4, gapMs: 0, perMinute: 1_000_000 };
  const records = await readPortfolio({ bridge, clock, limits, mapping });
  return { records, calls, struck };
}
