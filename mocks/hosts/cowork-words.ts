import { said } from './reply.ts';

/** What the live-artifact host says; wording as reported, which pages match loosely. */
export const coworkWords = {
  arguments: 'Tool args must be an object',
  hidden: 'Artifact is not currently shown',
  coldStart: 'Tool call failed: 400',
  rate: 'rate limit exceeded: 30 calls per minute',
  ungranted: (name: string) => `${name} is not in this artifact's mcp_tools allowlist`,
  notConnected: (name: string) => `The connector for ${name} is not connected`,
  policy: (name: string) => `${name} is not permitted: blocked by managed policy`,
  disabled: (name: string) => `${name} is not permitted: disabled by the user`,
  declined: (name: string) => `${name} was not allowed by the user`,
} as const;

/** A lost sign-in does not look like an error to this host. */
export const signInWords = said('Authentication required: sign in to the Torii connector again.');
