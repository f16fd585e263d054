/**
 * The live-artifact host: a frozen `window.cowork` over a real MCP connection.
 *
 * In: the address of the MCP server, the connector's id as the host spells it today, the grant list of
 * the page, what policy or person forbids, a clock, and faults (mocks/hosts/faults.ts). Out: the
 * object, and the receipt that the host writes into the page. Refusals and tool errors resolve with
 * `isError`; only a broken channel rejects; a lost sign-in is words in a result that claims success.
 */
import type { Clock } from '../skill/torii/bridge.ts';
import { callKey, createReplyCache } from './hosts/cache.ts';
import { ConnectorError, connectorTo, type Connector } from './hosts/connector.ts';
import { coworkFaults } from './hosts/cowork-faults.ts';
import { coworkWords, signInWords } from './hosts/cowork-words.ts';
import { createFaultScript, withServerFaults, type FaultScript } from './hosts/faults.ts';
import { createMinuteLimit } from './hosts/minute-limit.ts';
import { isErrorReply, refused } from './hosts/reply.ts';

export interface CoworkOptions {
  readonly url: string;
  /** UUID or slug: tools are spelled `mcp__<connectorId>__<tool>`. */
  readonly connectorId: string;
  /** The `mcp_tools` the page was created with: full names. */
  readonly grants: readonly string[];
  /** Full names that a policy or the person forbids. */
  readonly deny?: Readonly<Record<string, 'policy' | 'disabled' | 'declined'>>;
  readonly clock: Clock;
  readonly faults?: string;
  readonly name?: string;
}

export interface CoworkHost {
  callMcpTool(fullName: string, args: object): Promise<unknown>;
  askClaude(prompt: string, data?: readonly unknown[]): Promise<unknown>;
  runScheduledTask(id: string): Promise<unknown>;
}

const CALLS_A_MINUTE = 30;

/** Full names of a connector's tools, as a grant list holds them. */
export function fullNames(connectorId: string, tools: readonly string[]): string[] {
  return tools.map((tool) => `mcp__${connectorId}__${tool}`);
}

export function createCowork(options: CoworkOptions): CoworkHost {
  const script = createFaultScript(options.faults ?? '');
  const connector = connectorTo(withServerFaults(options.url, script));
  const answer = answering(options, connector, script);
  return Object.freeze({
    callMcpTool: (fullName: string, args: object) => {
      const fault = script.next(toolOf(fullName));
      const strike = fault === null ? undefined : coworkFaults[fault];
      return strike ? strike(fullName, () => answer(fullName, args)) : answer(fullName, args);
    },
    askClaude: () => Promise.resolve(refused('This host has no model to ask.')),
    runScheduledTask: () => Promise.resolve(refused('Running a task needs a click.')),
  });
}

/**
 * Puts host and receipt into a window of a test, as the host does before the page's scripts run.
 * @public
 */
export function installCowork(window: Window, options: CoworkOptions): void {
  const value = createCowork(options);
  Object.defineProperty(window, 'cowork', { value, writable: false, configurable: false, enumerable: true });
  window.document.head.insertAdjacentHTML('afterbegin', receiptBlock(options));
}

/** The block that the host writes after the doctype. */
export function receiptBlock(options: Pick<CoworkOptions, 'grants' | 'faults' | 'name'>): string {
  const mcpTools = effectiveGrants(options.grants, createFaultScript(options.faults ?? ''));
  const receipt = {
    name: options.name ?? 'SaaS rationalization',
    schemaVersion: 1,
    description: '',
    mcpTools,
    mcpServerNames: mcpTools.length === 0 ? [] : ['Torii'],
  };
  const json = JSON.stringify(receipt).replaceAll('<', '\\u003c');
  return `<script type="application/json" id="cowork-artifact-meta">${json}</script>`;
}

type Answer = (fullName: string, args: object) => Promise<unknown>;

/** The way of a call, refusals first. */
function answering(options: CoworkOptions, connector: Connector, script: FaultScript): Answer {
  const grants = new Set(effectiveGrants(options.grants, script));
  const prefix = `mcp__${connectorId(options, script)}__`;
  const passes = createMinuteLimit(CALLS_A_MINUTE, options.clock);
  const cache = createReplyCache(options.clock);

  return async (fullName, args) => {
    if (!isObject(args)) return refused(coworkWords.arguments);
    if (!grants.has(fullName)) return refused(coworkWords.ungranted(fullName));
    const denied = options.deny?.[fullName];
    if (denied !== undefined) return refused(coworkWords[denied](fullName));
    if (!passes()) return refused(coworkWords.rate);
    if (!fullName.startsWith(prefix)) return refused(coworkWords.notConnected(fullName));
    const key = callKey(fullName, args);
    const cached = cache.get(key);
    if (cached !== null) return structuredClone(cached.value);
    const { reply, lasting } = await called(connector, toolOf(fullName), args);
    if (lasting) cache.put(key, structuredClone(reply));
    return reply;
  };
}

/** A write would ask the person, who declines; only answers of tools that say they only read are kept. */
async function called(
  connector: Connector,
  tool: string,
  args: object,
): Promise<{ reply: unknown; lasting: boolean }> {
  try {
    const readOnly = (await connector.tools()).find(({ name }) => name === tool)?.annotations?.readOnlyHint;
    if (readOnly === false) return { reply: refused(coworkWords.declined(tool)), lasting: false };
    const reply = await connector.call(tool, args);
    return { reply, lasting: readOnly === true && !isErrorReply(reply) };
  } catch (thrown) {
    return { reply: serverFault(thrown), lasting: false };
  }
}

/** What the app makes of a server that fails: words in a result. */
function serverFault(thrown: unknown): unknown {
  const error = thrown instanceof ConnectorError ? thrown : new ConnectorError(String(thrown), null);
  if (error.status === 401) return signInWords;
  const wait = error.retryAfterMs === null ? '' : ` Retry-After: ${error.retryAfterMs / 1000}`;
  return refused(`Tool call failed: ${error.message}${wait}`);
}

function effectiveGrants(grants: readonly string[], script: FaultScript): string[] {
  return grants.filter((name) => !script.stands('ungranted', toolOf(name)));
}

/** After a connector was added again, the page still asks for it under its old name. */
function connectorId(options: CoworkOptions, script: FaultScript): string {
  return script.stands('renamed') ? `${options.connectorId}-2` : options.connectorId;
}

function toolOf(fullName: string): string {
  return fullName.slice(fullName.lastIndexOf('__') + 2);
}

function isObject(args: unknown): boolean {
  return typeof args === 'object' && args !== null && !Array.isArray(args);
}
