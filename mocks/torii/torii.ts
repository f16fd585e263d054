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
import type { Strike } from './faults.ts';
import type { Read } from './read.ts';
import { readsOf } from './reads.ts';
import { RestError, bodyResult, errorResult, textResult } from './result.ts';
import type { Style, ToolResult } from './result.ts';
import { refuseClosed } from './role.ts';
import type { RoleLimit } from './role.ts';
import { misshape, withoutMadeUpCursor } from './shape-faults.ts';
import type { FirstRows } from './shape-faults.ts';
import { replacement, truncate } from './text-faults.ts';
import { transportFault } from './transport-faults.ts';

export interface ToriiCall {
  readonly name: string;
  readonly args: JsonObject;
}

/** Kept outside when several variants of one server share it. */
export interface ToriiLog {
  readonly calls: ToriiCall[];
  readonly writes: ToriiCall[];
}

export interface ToriiOptions {
  readonly style?: Style;
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
  return tool.includes('contract')
    ? 'get_contract_fields'
    : tool.includes('user')
      ? 'get_user_fields'
      : 'get_app_fields';
}

export function createTorii(tenant: Tenant, options: ToriiOptions = {}): Torii {
  const { style = 'current', role = [], missingTools = [], rename = {}, slowMs = SLOW_MS } = options;
  const contracts = options.contracts ?? (style === 'older' ? '1.0' : '1.1');
  const faults = createFaults(options.fault ?? '');
  const log = options.log ?? { calls: [], writes: [] };
  const first: FirstRows = new Map();
  const fields = options.extraFields === true ? fieldSets(true) : tenant.fields;
  const reads = readsOf({ tenant, fields, role, contracts });
  const wireName = (name: string) => rename[name] ?? name;

  const available = (): readonly Definition[] =>
    faults.stands('not-torii', '*')
      ? foreignTools
      : definitionsOf(style, contracts).filter(
          ({ name }) => !missingTools.includes(name) && !faults.stands('missing', name),
        );

  function honest(
    definition: Definition,
    read: Read,
    args: JsonObject,
    strikes: readonly Strike[],
  ): ToolResult {
    const { name } = definition;
    checkArguments(definition, args);
    refuseClosed(name, role);
    const lists = name.startsWith('list_');
    const asked = currentArguments(withoutMadeUpCursor(args), style, lists);
    let body = read(asked);
    for (const strike of strikes) body = misshape(body, strike, name, args, first);
    // The older server hands on neither cursor nor total: what lies beyond 1000 rows is silently lost.
    if (style === 'older' && lists) {
      const { total: _total, nextCursor: _nextCursor, ...rest } = body;
      body = rest;
    }
    const result = bodyResult(body, style, options.structured ?? false);
    return strikes.some(({ fault }) => fault === 'truncated') ? truncate(result) : result;
  }

  function respond(definition: Definition, args: JsonObject, strikes: readonly Strike[]): ToolResult {
    for (const strike of strikes) {
      const instead = replacement(strike, args, fieldToolOf(definition.name));
      if (instead !== null) return instead;
    }
    const read = reads[definition.name];
    return read === undefined
      ? bodyResult({ success: true }, style, false)
      : honest(definition, read, args, strikes);
  }

  async function call(name: string, args: JsonObject = {}): Promise<ToolResult> {
    const definition = available().find((candidate) => wireName(candidate.name) === name);
    if (definition === undefined) return { ...textResult(`Tool ${name} not found`), isError: true };
    log.calls.push({ name, args });
    if (definition.kind !== 'read') log.writes.push({ name, args });
    const strikes = faults.next(definition.name);
    await strikeTransport(strikes, slowMs);
    try {
      return respond(definition, args, strikes);
    } catch (error) {
      if (error instanceof RestError) return errorResult(error, style);
      throw error;
    }
  }

  return {
    tools: () => available().map((definition) => offered({ ...definition, name: wireName(definition.name) })),
    call,
    async enter(method) {
      if (method === 'initialize') faults.restart();
      await strikeTransport(faults.next(method), slowMs);
    },
    calls: log.calls,
    writes: log.writes,
  };
}
