import { failure, type ToolFailure } from '../../../skill/torii/failure.ts';
import { readToolNamed, splitWireName } from '../../../skill/torii/catalog.ts';
import type { OfferedServer } from './claude-capability.ts';

/**
 * The connector to read from, among those that this viewer has and this page was granted.
 *
 * One that lists apps is taken; of several, the one with the configured display name. When none
 * lists apps, the one with that name is called all the same: the listing hides refused tools without
 * a reason, whereas the call is refused with one.
 */
export function chooseServer(servers: readonly OfferedServer[], name: string): OfferedServer | ToolFailure {
  const able = servers.filter(({ tools }) => tools.some((tool) => isListApps(tool.name)));
  const named = (able.length > 0 ? able : servers).find((one) => sameName(one.server, name));
  const chosen = named ?? (able.length <= 1 ? able[0] : undefined);
  if (able.length > 1 && chosen === undefined) return severalOf(able, name);
  const server = chosen ?? { server: name, signInNeeded: false, tools: [] };
  return server.signInNeeded
    ? failure('needs-sign-in', null, `${server.server} asks to be signed in again.`)
    : server;
}

function severalOf(able: readonly OfferedServer[], name: string): ToolFailure {
  const choice = able.map(({ server }) => `“${server}”`).join(', ');
  return failure('other-name', null, `Several connectors list apps: ${choice}; none is called “${name}”.`);
}

function isListApps(name: string): boolean {
  return readToolNamed(splitWireName(name).name) === 'list_apps';
}

function sameName(left: string, right: string): boolean {
  return left.trim().toLowerCase() === right.trim().toLowerCase();
}
