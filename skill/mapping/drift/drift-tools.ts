import type { OfferedTool } from '../../torii/bridge.ts';
import { isReadTool } from '../../torii/catalog.ts';
import { isJsonObject } from '../../torii/json.ts';
import type { DriftItem } from './drift-item.ts';
import type { TenantMapping } from '../base/mapping.ts';

type Captured = NonNullable<TenantMapping['connector']['tools']>['offered'][number];

const path = 'connector.tools';

/** The tools captured at set-up against those offered now; without either there is nothing to say. */
export function toolDrift(mapping: TenantMapping, offered: readonly OfferedTool[] | null): DriftItem[] {
  const captured = mapping.connector.tools?.offered;
  if (captured === undefined || offered === null) return [];
  const before = new Map(captured.map((tool) => [bareName(tool.name), tool]));
  const now = new Map(offered.map((tool) => [bareName(tool.name), tool]));
  const changed = [...now].flatMap(([name, tool]) => {
    const old = before.get(name);
    return old ? changedTool(name, old, tool) : [newTool(name)];
  });
  const gone = [...before.keys()].filter((name) => !now.has(name)).map(vanishedTool);
  return [...changed, ...gone];
}

/** The name without the host's prefix, which differs between machines. */
function bareName(name: string): string {
  return name.replace(/^mcp__.+?__/, '');
}

function changedTool(name: string, old: Captured, { inputSchema }: OfferedTool): DriftItem[] {
  const properties = inputSchema?.properties;
  if (!isJsonObject(properties)) return [];
  const added = Object.keys(properties).filter((key) => !old.args.includes(key));
  const removed = old.args.filter((key) => !Object.hasOwn(properties, key));
  if (added.length === 0 && removed.length === 0) return [];
  const changes = [...added.map((key) => `+${key}`), ...removed.map((key) => `−${key}`)].join(' ');
  return [
    {
      kind: 'changed-tool',
      severity: removed.length > 0 ? 'check' : 'note',
      path,
      message: `The arguments of ${name} have changed: ${changes}.`,
      remedy: 'Run discovery again, so that pages send the arguments the tool takes now.',
    },
  ];
}

function newTool(name: string): DriftItem {
  const readable = isReadTool(name);
  return {
    kind: 'new-tool',
    severity: 'note',
    path,
    message: `The server now offers ${name}${readable ? '' : ', which is not in the read catalog and stays refused'}.`,
    remedy: readable ? 'Run discovery again to use it.' : 'Keep it blocked for this connector.',
  };
}

function vanishedTool(name: string): DriftItem {
  return {
    kind: 'vanished-tool',
    severity: isReadTool(name) ? 'broken' : 'note',
    path,
    message: `The server no longer offers ${name}.`,
    remedy: isReadTool(name) ? 'Check the role and the connector, or run discovery again.' : 'Nothing to do.',
  };
}
