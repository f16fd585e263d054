/** `audit-tools`: the live tool list against the catalog of read tools. */
import { Command, InvalidArgumentError } from 'commander';
import { auditTools, type ToolAudit, parseFingerprint } from '../../torii/catalog.ts';
import type { OfferedTool } from '../../torii/bridge.ts';
import { auditLines } from './audit-lines.ts';
import { ExitCode, Stop } from '../../node/stop.ts';
import { openConnection } from '../connection/open-connection.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { urlOf } from '../../node/addresses.ts';

interface AuditOptions {
  readonly url: URL;
  readonly fingerprint?: string;
}

export function auditToolsCommand(terminal: Terminal): Command {
  return new Command('audit-tools')
    .description('Compare the tools a server offers with the read tools this product may call.')
    .requiredOption('--url <url>', 'MCP server to ask', urlOf)
    .option('--fingerprint <text>', 'an earlier fingerprint, to see what changed since', fingerprintText)
    .addHelpText('after', '\nExample:\n  saas-rationalization audit-tools --url https://api.toriihq.com/mcp')
    .action((options: AuditOptions) => audit(options, terminal));
}

/** A text without a single tool in it would call every tool new. */
function fingerprintText(text: string): string {
  if (parseFingerprint(text).size > 0) return text;
  throw new InvalidArgumentError('It must be a line that audit-tools printed after "fingerprint:".');
}

async function audit({ url, fingerprint }: AuditOptions, terminal: Terminal): Promise<void> {
  const result = auditTools(await offeredAt(url, terminal), fingerprint ?? null);
  terminal.result(auditLines(result));
  terminal.result(`\nfingerprint: ${result.fingerprint ?? 'none'}`);
  const broken = problemsOf(result);
  if (broken.length > 0) throw new Stop(ExitCode.checkFailed, broken.join('\n'));
}

async function offeredAt(url: URL, terminal: Terminal): Promise<readonly OfferedTool[]> {
  const connection = await openConnection(url, terminal);
  await connection.close();
  return connection.offered;
}

/** Writes among the offered tools are normal: they are refused. Missing or changed reads are not. */
function problemsOf({ callable, missing, changed }: ToolAudit): string[] {
  return [
    ...(callable.length === 0 ? ['None of these tools is a read tool of Torii: is this its server?'] : []),
    ...missing
      .filter(({ required }) => required)
      .map(({ tool, without }) => `${tool} is not offered. ${without}`),
    ...(changed.length === 0
      ? []
      : [
          `${changed.length} tools changed: ${changed.map(({ name }) => name).join(', ')}. ` +
            'Run "mapping drift" with your mapping to see what it means for your figures.',
        ]),
  ];
}
