import type { Command } from 'commander';
import { urlOf } from '../../../node/addresses.ts';

const TORII = 'https://api.toriihq.com/mcp';

/** The one option that every command about signing in has. */
export function withServer(command: Command): Command {
  return command.option('--url <url>', 'MCP server', urlOf, urlOf(TORII));
}
