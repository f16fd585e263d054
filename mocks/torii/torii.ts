/**
 * Mock Torii: the tools of the hosted server over a synthetic tenant. The one mock truth; the msw
 * handlers, the real local server and the preview all answer from here.
 *
 * In: a tool name and arguments. Out: what the server would answer, errors included. A call rejects
 * only with a TransportFault (a fault below the protocol), and hangs where a fault says so. Write tools
 * exist, succeed and leave their name in `writes`: a leak shows.
 */
import type { OfferedTool } from '../../skill/torii/bridge.ts';
import type { JsonObject } from '../../skill/torii/json.ts';
import { fieldSets } from '../tenant/fields.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { checkArguments, currentArguments } from './arguments.ts';
import { definitionsOf, foreignTools, offered } from './definitions.ts';
import type { Definition } from './definitions.ts';
import { createFaults } from './faults.ts';
import type { Faults, Strike } from './faults.ts';
import type { Reads } from './read.ts';
import { readsOf } from './reads.ts';
import { RestError, bodyResult, errorResult, textResult } from './result.ts';
import type { ServerStyle, ToolResult } from './result.ts';
import { refuseClosed } from './role.ts';
import type { RoleLimit } from './role.ts';
import { misshape, withoutMadeUpCursor } from './shape-faults.ts';
import type { FirstRows } from './shape-faults.ts';
import { replacement, truncate } from './text-faults.ts';
import { transportFault } from './transport-faults.ts';

interface ToriiCall {
  readonly name: string;
  readonly args: JsonObject;
}

/** Kept outside when several variants of one server share it. */
export interface ToriiLog {
  readonly calls: ToriiCall[];
  readonly writes: ToriiCall[];
}

export interface ToriiOptions {
  readonly style?: ServerStyle;
  /** 1.0 had no paging and answered `{contracts}` alone. The older style speaks 1.0. */
  readonly contracts?: '1.0' | '1.1';
  readonly role?: readonly RoleLimit[];
  readonly missingTools?: readonly string[];
  /** Offered under another name: canonical name → wire name. */
  readonly rename?: Readonly<Record<string, string>>;
  /** Sentinel, see faults.ts. */
  readonly fault?: string;
  /** How late the fault `timeout` answers. */
  readonly slowMs?: number;
  readonly structured?: boolean;
  /** 149 app, 39 contract and 68 user field definitions. */
  readonly extraFields?: boolean;
  readonly log?: ToriiLog;
}

export interface Torii {
  tools(): OfferedTool[];
  call(name: string, args?: JsonObject): Promise<ToolResult>;
  /** Lets the faults of `initialize` and `tools/list` strike; resolves when there are none. */
  enter(method: 'initialize' | 'tools/list'): Promise<void>;
  readonly calls: readonly ToriiCall[];
  /** Calls of tools that change something or hand out files. Must stay empty. */
  readonly writes: readonly ToriiCall[];
}

const SLOW_MS = 150_000;

/** The options with their defaults, and what one server keeps between calls. */
interface Setting {
  readonly style: ServerStyle;
  readonly contracts: '1.0' | '1.1';
  readonly role: readonly RoleLimit[];
  readonly structured: boolean;
  readonly slowMs: number;
  readonly faults: Faults;
  readonly reads: Reads;
  readonly first: FirstRows;
}

function settingOf(tenant: Tenant, options: ToriiOptions): Setting {
  const { style = 'current', role = [], structured = false, slowMs = SLOW_MS, fault = '' } = options;
  const contracts = options.contracts ?? (style === 'older' ? '1.0' : '1.1');
  const fields = options.extraFields === true ? fieldSets(true) : tenant.fields;
  const reads = readsOf({ tenant, fields, role, contracts });
  return { style, contracts, role, structured, slowMs, faults: createFaults(fault), reads, first: new Map() };
}

/** What is offered: Torii's tools but the missing ones, or another server's. */
function available({ style, contracts, faults }: Setting, missing: readonly string[]): readonly Definition[] {
  if (faults.stands('not-torii', '*')) return foreignTools;
  return definitionsOf(style, contracts).filter(
    ({ name }) => !missing.includes(name) && !faults.stands('missing', name),
  );
}

/** Faults that hang, delay or break the call before any answer is made. */
async function strikeTransport(strikes: readonly Strike[], slowMs: number): Promise<void> {
  for (const { fault } of strikes) {
    const broken = transportFault(fault);
    if (broken !== null) throw broken;
    if (fault === 'never') await new Promise<never>(() => {});
    if (fault === 'timeout') await new Promise((resolve) => void setTimeout(resolve, slowMs));
  }
}

function fieldToolOf(tool: string): string {
  if (tool.includes('contract')) return 'get_contract_fields';
  return tool.includes('user') ? 'get_user_fields' : 'get_app_fields';
}

/** The older server hands on neither cursor nor total: what lies beyond 1000 rows is silently lost. */
function withoutCounters({ total: _total, nextCursor: _nextCursor, ...body }: JsonObject): JsonObject {
  return body;
}

/** The answer to a call that reaches its tool; refusals are thrown as RestError. */
function respond(
  setting: Setting,
  definition: Definition,
  args: JsonObject,
  strikes: readonly Strike[],
): ToolResult {
  const { style, role, structured, reads, first } = setting;
  const { name } = definition;
  for (const strike of strikes) {
    const instead = replacement(strike, args, fieldToolOf(name));
    if (instead !== null) return instead;
  }
  const read = reads[name];
  if (read === undefined) return bodyResult({ success: true }, style, false);
  checkArguments(definition, args);
  refuseClosed(name, role);
  const lists = name.startsWith('list_');
  let body = read(currentArguments(withoutMadeUpCursor(args), style, lists));
  for (const strike of strikes) body = misshape(body, strike, name, args, first);
  if (style === 'older' && lists) body = withoutCounters(body);
  const result = bodyResult(body, style, structured);
  return strikes.some(({ fault }) => fault === 'truncated') ? truncate(result) : result;
}

export function createTorii(tenant: Tenant, options: ToriiOptions = {}): Torii {
  const { missingTools = [], rename = {}, log = { calls: [], writes: [] } } = options;
  const setting = settingOf(tenant, options);
  const { faults, slowMs, style } = setting;
  const wireName = (name: string) => rename[name] ?? name;
  return {
    tools: () =>
      available(setting, missingTools).map((definition) =>
        offered({ ...definition, name: wireName(definition.name) }),
      ),
    async call(name, args = {}) {
      const definition = available(setting, missingTools).find((tool) => wireName(tool.name) === name);
      if (definition === undefined) return { ...textResult(`Tool ${name} not found`), isError: true };
      log.calls.push({ name, args });
      if (definition.kind !== 'read') log.writes.push({ name, args });
      const strikes = faults.next(definition.name);
      await strikeTransport(strikes, slowMs);
      try {
        return respond(setting, definition, args, strikes);
      } catch (error) {
        if (error instanceof RestError) return errorResult(error, style);
        throw error;
      }
    },
    async enter(method) {
      if (method === 'initialize') faults.restart();
      await strikeTransport(faults.next(method), slowMs);
    },
    calls: log.calls,
    writes: log.writes,
  };
}
