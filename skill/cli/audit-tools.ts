/** `audit-tools`: the live tool list against the catalogue of read tools. */
import { Command } from 'commander';
import { auditTools, type ToolAudit } from '../torii/audit.ts';
import { auditLines } from './audit-lines.ts';
import { ExitCode, Stop } from './exit.ts';
import { open } from './source.ts';
import { stopFor } from './stop-for.ts';
import type { Terminal } from './terminal.ts';
import { urlOf } from './url.ts';

interface AuditOptions {
  readonly url: URL;
  readonly fingerprint?: string;
}

export function auditToolsCommand(terminal: Terminal): Command {
  return new Command('audit-tools')
    .description('Compare the tools a server offers with the read tools this product may call.')
    .requiredOption('--url <url>', 'MCP server to ask', urlOf)
    .option('--fingerprint <text>', 'an earlier fingerprint, to see what changed since')
    .addHelpText('after', '\nExample:\n  saas-rationalization audit-tools --url https://api.toriihq.com/mcp')
    .action((options: AuditOptions) => audit(options, terminal));
}

async function audit({ url, fingerprint }: AuditOptions, terminal: Terminal): Promise<void> {
  const connection = await open(url);
  const offered = await (connection.bridge.listTools?.() ?? []);
  await connection.close();
  if ('ok' in offered) throw stopFor(offered, url);
  const result = auditTools(offered, fingerprint ?? null);
  terminal.result(auditLines(result));
  terminal.result(`\nfingerprint: ${result.fingerprint ?? 'none'}`);
  const broken = problemsOf(result);
  if (broken.length > 0) throw new Stop(ExitCode.checkFailed, broken.join('\n'));
}

/** Writes among the offered tools are normal: they are refused. Missing or changed reads are not. */
function problemsOf({ missing, changed }: ToolAudit): string[] {
  return [
    ...missing
      .filter(({ required }) => required)
      .map(({ tool, without }) => `${tool} is not offered. ${without}`),
    ...(changed.length === 0
      ? []
      : [`${changed.length} tools changed; run "discover" and check the mapping.`]),
  ];
}
