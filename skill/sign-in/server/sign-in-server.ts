import type { OAuthDiscoveryState } from '@modelcontextprotocol/sdk/client/auth.js';

/** The authorization server of an MCP server; without metadata it falls back to the legacy default endpoints. */
export type SignInServer = OAuthDiscoveryState;
