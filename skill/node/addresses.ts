import { InvalidArgumentError } from 'commander';

/** The address of an MCP server as typed; plain HTTP only on this machine, where a token cannot leak. */
export function urlOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new InvalidArgumentError('It must be an address such as https://api.toriihq.com/mcp.');
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

/** Whether an address, of whatever kind on the web, leads to the machine we run on. */
export function isOnThisMachine({ protocol, hostname }: URL): boolean {
  return /^https?:$/.test(protocol) && isLoopback(hostname);
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}
