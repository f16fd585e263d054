/** `audit-tools`: the live tool list against the catalog of read tools. */
import { Command, InvalidArgumentError } from 'commander';
import { renderCounted } from '../../analysis/facts.ts';
import { auditTools, type ToolAudit, parseFingerprint } from '../../torii/catalog.ts';
import { jsonText } from '../../assets/json-text.ts';
import { withJson } from '../terminal/json-option.ts';
import type { OfferedTool } from '../../torii/bridge.ts';
import { auditLines } from './audit-lines.ts';
import { ExitCode, Stop } from '../../node/stop.ts';
import { openConnection } from '../connection/open-connection.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { urlOf } from '../../node/addresses.ts';

interface AuditOptions {
  readonly url: URL;
  readonly fingerprint?: string;
  readonly json?: boolean;
}

export function auditToolsCommand(terminal: Terminal): Command {
  const command = new Command('audit-tools')
    .description('Compare the tools a server offers with the read tools this product may call.')
    .requiredOption('--url <url>', 'MCP server to ask', urlOf)
    .option('--fingerprint <text>', 'an earlier fingerprint, to see what changed since', fingerprintText)
    .addHelpText('after', '\nExample:\n  saas-rationalization audit-tools --url https://api.toriihq.com/mcp')
    .action((options: AuditOptions) => audit(options, terminal));
  return withJson(command, {
    callable: 'of each tool that reads: tool, wireName, args',
    refused: 'of each other one: wireName, why',
    missing: 'of each that is not offered: tool, required, without',
    changed: 'of each since the fingerprint that was given: name, change',
    fingerprint: 'the line to compare the next audit with',
  });
}

/** A text without a single tool in it would call every tool new. */
function fingerprintText(text: string): string {
  if (parseFingerprint(text).size > 0) return text;
  throw new InvalidArgumentError('It must be a line that audit-tools printed after "fingerprint:".');
}

async function audit({ url, fingerprint, json }: AuditOptions, terminal: Terminal): Promise<void> {
  const result = auditTools(await offeredAt(url, terminal), fingerprint ?? null);
  if (json === true) terminal.result(jsonText(result));
  else {
    terminal.result(auditLines(result, terminal.resultWidth));
    terminal.result(`\nfingerprint: ${result.fingerprint ?? 'none'}`);
  }
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
          `${renderCounted(changed.length, 'tool')} changed: ${changed.map(({ name }) => name).join(', ')}. ` +
            'Run "mapping drift" with your mapping to see what it means for your figures.',
        ]),
  ];
}
