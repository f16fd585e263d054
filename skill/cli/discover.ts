/** `discover`: what a server offers, how the tenant keeps its fields, and a draft mapping from it. */
import { Command } from 'commander';
import { draftMapping, type Draft } from '../mapping/discover.ts';
import { auditTools } from '../torii/audit.ts';
import type { OfferedTool } from '../torii/bridge.ts';
import { captureDialect } from '../torii/capture-dialect.ts';
import { auditLines } from './audit-lines.ts';
import { localDate } from './clock.ts';
import { completenessLines } from './completeness-lines.ts';
import { readSource, withSource, type SourceOptions } from './source.ts';
import { table } from './table.ts';
import type { Terminal } from './terminal.ts';
import { writeWhole } from './write-file.ts';

interface DiscoverOptions extends SourceOptions {
  readonly out?: string;
}

export function discoverCommand(terminal: Terminal): Command {
  return withSource(new Command('discover'))
    .description('List the tools offered, find the fields, and write a draft mapping.')
    .option('--out <file>', 'write the draft mapping to this file instead of printing it')
    .addHelpText(
      'after',
      '\nExample:\n  saas-rationalization discover --url https://api.toriihq.com/mcp --out tenant-mapping.json',
    )
    .action((options: DiscoverOptions) => discover(options, terminal));
}

async function discover(options: DiscoverOptions, terminal: Terminal): Promise<void> {
  const { records, offered } = await readSource(options, { mapping: null, people: true }, terminal);
  const draft = draftMapping(records);
  const mapping = draftWithDialect(draft, offered);
  const json = `${JSON.stringify(mapping, null, 2)}\n`;
  const report = [
    ...(offered === null ? [] : ['Tools', auditLines(auditTools(offered)), '']),
    'Records',
    completenessLines(records.completeness),
    '',
    'Fields found',
    fieldLines(draft),
    '',
    'Questions for a person',
    ...draft.questions.flatMap(({ text, options: answers, drafted }) => [
      `- ${text}`,
      ...answers.map((answer) => `    ${drafted.includes(answer.id) ? '*' : ' '} ${answer.text}`),
    ]),
  ].join('\n');
  if (options.out === undefined) {
    terminal.note(report);
    return terminal.result(json);
  }
  await writeWhole(options.out, json);
  terminal.result(report);
  terminal.note(`The draft is in ${options.out}. Answer the questions in it, then approve it with:`);
  terminal.note(`  saas-rationalization mapping approve ${options.out} --by "Your name"`);
}

/** Pages are shown no schemas, so the draft carries the arguments that were seen here. */
function draftWithDialect({ mapping }: Draft, offered: readonly OfferedTool[] | null): unknown {
  if (offered === null) return mapping;
  const tools = { capturedAt: localDate(), offered: captureDialect(offered) };
  return { ...mapping, connector: { ...mapping.connector, tools } };
}

function fieldLines({ candidates, mapping }: Draft): string {
  const units = candidates.units;
  const rows = Object.entries(candidates.fields).map(([path, ranked]) => {
    const [best] = ranked;
    const taken = isMapped(mapping.fields, path);
    if (best === undefined || !taken) return [path, 'not found', '', '', ''];
    const unit = units[path];
    return [
      path,
      best.key,
      `${Math.round(best.fill * 100)} %`,
      String(best.confidence),
      [
        unit === undefined ? '' : `${unit.unit}${unit.confirmed ? '' : ', unit unconfirmed'}`,
        best.evidence[0] ?? '',
      ]
        .filter((text) => text !== '')
        .join('; '),
    ];
  });
  return table(['field', 'key', 'filled', 'confidence', 'evidence'], rows, [2, 3]);
}

function isMapped(fields: object, path: string): boolean {
  const [, entity = '', name = ''] = path.split('.');
  const ofEntity: unknown = Reflect.get(fields, entity);
  return typeof ofEntity === 'object' && ofEntity !== null && Object.hasOwn(ofEntity, name);
}
