/**
 * The wire name and argument forms of each read tool on this server.
 *
 * In: the tools as offered, or the dialect captured at set-up, or nothing but a prefix. Out: one
 * binding for each server that could be Torii, the likeliest first. Canonical names win over aliases,
 * tools annotated as writes are not bound, and tools of different servers are never mixed.
 */
import { formsOfCaptured, formsOfSchema, type CapturedTool } from './argument-forms.ts';
import type { ArgumentForms, OfferedTool } from '../base/bridge.ts';
import { isReadTool, readTools, type ReadTool } from '../base/catalog.ts';
import { admit } from './guard.ts';
import { readToolNamed, splitWireName } from '../base/wire-name.ts';

export interface BoundTool {
  readonly wireName: string;
  /** Null when nothing is known about the arguments. */
  readonly forms: ArgumentForms | null;
  /** The tool as the server lists it; undefined where the host lists nothing. */
  readonly offered: OfferedTool | undefined;
}

export interface Binding {
  readonly prefix: string;
  readonly tools: ReadonlyMap<ReadTool, BoundTool>;
}

type Dialect = ReadonlyMap<ReadTool, CapturedTool>;

function dialectOf(captured: readonly CapturedTool[]): Dialect {
  const named = captured.map((tool) => [readToolNamed(splitWireName(tool.name).name), tool] as const);
  return new Map(named.filter((pair): pair is readonly [ReadTool, CapturedTool] => pair[0] !== null));
}

function formsFor(tool: ReadTool, offered: OfferedTool | undefined, dialect: Dialect): ArgumentForms | null {
  const captured = dialect.get(tool);
  return formsOfSchema(offered?.inputSchema) ?? (captured === undefined ? null : formsOfCaptured(captured));
}

function bindServer(prefix: string, offered: readonly OfferedTool[], dialect: Dialect): Binding {
  const refused = new Set(
    offered.filter((entry) => !admit(entry.name, {}, entry).ok).map(({ name }) => name),
  );
  const tools = new Map<ReadTool, BoundTool>();
  for (const entry of offered) {
    const { name } = splitWireName(entry.name);
    const tool = readToolNamed(name);
    // Listed twice with different annotations, a name is refused as a whole.
    if (tool === null || refused.has(entry.name)) continue;
    if (tools.has(tool) && !isReadTool(name)) continue;
    tools.set(tool, { wireName: entry.name, forms: formsFor(tool, entry, dialect), offered: entry });
  }
  return { prefix, tools };
}

/** Listing apps makes a server Torii; contracts beside them make it the likelier one. */
function rank({ tools }: Binding): number {
  return (tools.has('list_apps') ? 1000 : 0) + (tools.has('list_contracts') ? 100 : 0) + tools.size;
}

function byServer(offered: readonly OfferedTool[]): Map<string, OfferedTool[]> {
  const servers = new Map<string, OfferedTool[]>();
  for (const tool of offered) {
    const { prefix } = splitWireName(tool.name);
    const others = servers.get(prefix);
    if (others === undefined) servers.set(prefix, [tool]);
    else others.push(tool);
  }
  return servers;
}

/**
 * Bindings for the servers among the offered tools, the likeliest first; a preferred prefix wins among
 * equals. Empty when no offered tool is a read tool.
 */
export function bindOffered(
  offered: readonly OfferedTool[],
  captured: readonly CapturedTool[] = [],
  preferred?: string,
): readonly Binding[] {
  const dialect = dialectOf(captured);
  const bindings = [...byServer(offered)].map(([prefix, tools]) => bindServer(prefix, tools, dialect));
  const favor = (binding: Binding): number => (binding.prefix === preferred ? 0.5 : 0);
  return bindings
    .filter(({ tools }) => tools.size > 0)
    .toSorted((a, b) => rank(b) + favor(b) - rank(a) - favor(a));
}

/** Where a host lists nothing: names are formed from the prefix, or taken as captured. */
export function bindUnseen(captured: readonly CapturedTool[] = [], prefix = ''): Binding {
  const dialect = dialectOf(captured);
  const bound = readTools
    .filter((tool) => dialect.size === 0 || dialect.has(tool))
    .map((tool): [ReadTool, BoundTool] => {
      const name = splitWireName(dialect.get(tool)?.name ?? tool).name;
      return [
        tool,
        { wireName: prefix + name, forms: formsFor(tool, undefined, dialect), offered: undefined },
      ];
    });
  return { prefix, tools: new Map(bound) };
}
