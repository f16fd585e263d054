/**
 * `fill`: the pages with their configuration written in, and the exact calls that publish them.
 *
 * In: the connector's name, and a tenant pack or a mapping. Out: every variant of the page in one
 * folder, all or none, and on standard output what to call with which tools granted.
 */
import { resolve } from 'node:path';
import { Command } from 'commander';
import { parseMapping, type TenantMapping } from '../../../mapping/mapping.ts';
import { type ConnectorNames, publishCalls } from '../../../package/publish.ts';
import { textFile } from '../../../surfaces/packed-files.ts';
import type { JsonObject } from '../../../torii/json.ts';
import { ExitCode, Stop } from '../../../node/stop.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { writeTogether } from '../../files/write-together.ts';
import { connectorNames } from './connector.ts';
import { fillLines } from './fill-lines.ts';
import { fillingOf, type Filling, type FillingOptions } from './filling.ts';
import { grantedTools } from './granted.ts';
import { holdingWords } from '../../files/holding.ts';
import { refuseLoss, refuseOtherTenant } from '../../files/keep.ts';
import {
  filledWith,
  heldIn,
  readTemplates,
  slimDocument,
  slimFragment,
  type Template,
} from '../../files/template.ts';

interface FillOptions extends FillingOptions {
  readonly out: string;
  readonly replace?: boolean;
}

export function fillCommand(terminal: Terminal): Command {
  return new Command('fill')
    .description('Write connector, mapping and decisions into the pages, and say how to publish them.')
    .option('--uuid <name>', "the connector's UUID, or any full name of one of its tools")
    .option(
      '--tenant-pack <dir>',
      'folder with tenant-mapping.json, and decisions.json and baseline.json where they are',
    )
    .option('--mapping <file>', 'tenant-mapping.json alone; without either, the page discovers a draft')
    .option('--out <dir>', 'folder for the pages', 'dashboard')
    .option('--replace', 'write over pages that hold something else')
    .addHelpText(
      'after',
      '\nExample:\n  saas-rationalization fill --uuid 5b1f0c62-3d5e-4a57-9a0e-2f6f1d1c7a10 --tenant-pack tenant',
    )
    .action((options: FillOptions) => fill(options, terminal));
}

async function fill(options: FillOptions, terminal: Terminal): Promise<void> {
  const filling = await fillingOf(options, terminal);
  const templates = await readTemplates();
  for (const template of templates) noteHeld(template, filling, terminal);
  const pages = templates.map((template) => filled(template, filling));
  const held = heldBy(pages);
  const mapping = filling.mapping ?? mappingIn(held);
  const connector = connectorNames(held, mapping);
  const tools = grantedTools(mapping, terminal);
  const folder = resolve(options.out);
  if (options.replace !== true) for (const page of pages) await refuseLoss(folder, page);
  await writeTogether(
    folder,
    pages.map(({ name, text }) => textFile(name, text)),
  );
  noteStanding(mapping, connector, terminal);
  const paths = { document: resolve(folder, slimDocument), fragment: resolve(folder, slimFragment) };
  terminal.result(fillLines(folder, pages, publishCalls(paths, connector, tools)));
}

/** A template that was filled before keeps what is not given now; that is never silent. */
function noteHeld(template: Template, { mapping }: Filling, terminal: Terminal): void {
  const held = readable(template);
  refuseOtherTenant(template, held, mapping);
  const words = holdingWords(held);
  if (words !== '') terminal.note(`${template.name} already holds ${words}; what is not given now stays.`);
}

function readable(template: Template): JsonObject {
  const held = heldIn(template);
  if (held !== null) return held;
  throw new Stop(
    ExitCode.badInput,
    `The configuration block of ${template.name} is missing or cannot be read. Nothing was written.`,
  );
}

function filled(template: Template, { configuration }: Filling): Template {
  const text = filledWith(template, configuration);
  if (text === null) throw new Stop(ExitCode.ourFault, `${template.name} could not be filled.`);
  return { name: template.name, text };
}

/** The configuration of the page that the calls publish. */
function heldBy(pages: readonly Template[]): JsonObject {
  const slim = pages.find(({ name }) => name === slimDocument);
  return slim === undefined ? {} : readable(slim);
}

/** The mapping that a template brought along. */
function mappingIn({ mapping = null }: JsonObject): TenantMapping | null {
  if (mapping === null) return null;
  const parsed = parseMapping(mapping);
  if (parsed.ok) return parsed.mapping;
  throw new Stop(ExitCode.badInput, `The mapping that ${slimDocument} already holds is not valid.`);
}

function noteStanding(mapping: TenantMapping | null, connector: ConnectorNames, terminal: Terminal): void {
  if (mapping === null) {
    terminal.note('Without a mapping the page discovers a draft, and every figure is a draft.');
  } else if (mapping.status === 'draft') {
    terminal.note(`The mapping of ${mapping.tenant.name} is a draft: every figure on the page says so.`);
  }
  if (connector.prefix !== null || connector.uuid !== null) return;
  terminal.note('No UUID was given: a live artifact is granted the tools by the display name alone.');
}
