import { BlockList, isIP } from 'node:net';
import { InvalidArgumentError } from 'commander';

/** The address of an MCP server as typed; plain HTTP only on this machine, where a token cannot leak. */
export function urlOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new InvalidArgumentError('It must be an address such as https://api.toriihq.com/mcp.');
  }
  if (url.username !== '' || url.password !== '') {
    throw new InvalidArgumentError(
      'It must hold no password and no user name: put a token in TORII_MCP_TOKEN, or sign in with login.',
    );
  }
  if (!isSafeAddress(url)) {
    throw new InvalidArgumentError('Use https: plain http is accepted for this machine only.');
  }
  return url;
}

/** Whether a secret may be sent there: https, or this machine. */
export function isSafeAddress({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

export type Reach = 'this-machine' | 'this-network' | 'anywhere';

/**
 * How far away an address is, as far as its spelling tells. `URL` has already brought odd spellings of IPv4
 * (0x7f.1, 2130706433) under one form; IPv4 inside IPv6 is looked at as IPv4. A name may still lead anywhere.
 */
export function reachOf({ hostname }: URL): Reach {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (host === 'localhost' || host.endsWith('.localhost')) return 'this-machine';
  const family = isIP(host);
  if (family === 0) return /\.(local|internal|home\.arpa)$/.test(host) ? 'this-network' : 'anywhere';
  const type = family === 4 ? 'ipv4' : 'ipv6';
  if (thisMachine.check(host, type)) return 'this-machine';
  return thisNetwork.check(host, type) ? 'this-network' : 'anywhere';
}

function blockList(ranges: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[]): BlockList {
  const list = new BlockList();
  for (const [net, prefix, type] of ranges) list.addSubnet(net, prefix, type);
  return list;
}

// The list looks through IPv4 inside IPv6 by itself. Link-local addresses hold services of the machine.
const thisMachine = blockList([
  ['127.0.0.0', 8, 'ipv4'],
  ['0.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['::', 127, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
]);
const thisNetwork = blockList([
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['fc00::', 7, 'ipv6'],
]);

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}
