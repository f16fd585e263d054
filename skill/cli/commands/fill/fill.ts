/**
 * `fill`: the page with its configuration written in, and the exact calls that publish it.
 *
 * In: the connector's name, and a tenant pack or a mapping. Out: every form of the page in one folder,
 * all files or none, and on standard output what to call with which tools granted.
 */
import { isAbsolute, relative, resolve } from 'node:path';
import { Command } from 'commander';
import { parseMapping, type TenantMapping } from '../../../mapping/mapping.ts';
import {
  type ConnectorNames,
  type Grants,
  publishCalls,
  type PublishedPages,
} from '../../../package/publish.ts';
import { pageFiles, placedConfiguration } from '../../../report/pages.ts';
import type { PackedFile } from '../../../surfaces/packed-files.ts';
import type { JsonObject } from '../../../torii/json.ts';
import { ExitCode, Stop } from '../../../node/stop.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { writeTogether } from '../../files/write-together.ts';
import { connectorNames } from './connector.ts';
import { demoFiles, demoNames } from '../../files/demo-page.ts';
import { fillLines } from './fill-lines.ts';
import { fillingOf, type Filling, type FillingOptions } from './filling.ts';
import { grantedToolNames } from './granted-tool-names.ts';
import { holdingWords } from '../../files/holding.ts';
import { refuseLoss, refuseOtherTenant } from '../../files/keep.ts';
import { filledPage, pageNames, readPage, writtenFiles, type BuiltPage } from '../../files/page.ts';
import type { Program } from '../../files/program.ts';

interface FillOptions extends FillingOptions {
  readonly demo?: boolean;
  readonly out: string;
  readonly replace?: boolean;
}

export function fillCommand(terminal: Terminal): Command {
  return new Command('fill')
    .description('Write connector, mapping and decisions into the page, and say how to publish it.')
    .option('--uuid <name>', "the connector's UUID, or any full name of one of its tools")
    .option(
      '--tenant-pack <dir>',
      'folder with tenant-mapping.json, and decisions.json, baseline.json and history/ where they are',
    )
    .option('--mapping <file>', 'tenant-mapping.json alone; without either, the page discovers a draft')
    .option('--demo', 'the page of an invented company instead, which reads nothing')
    .option('--out <dir>', 'folder for the page, below the working folder', 'dashboard')
    .option('--replace', 'write over a page that holds something else')
    .addHelpText(
      'after',
      '\nExample:\n  saas-rationalization fill --uuid 5b1f0c62-3d5e-4a57-9a0e-2f6f1d1c7a10 --tenant-pack tenant',
    )
    .action((options: FillOptions) => (options.demo === true ? demo : fill)(options, terminal));
}

async function fill(options: FillOptions, terminal: Terminal): Promise<void> {
  const filling = await fillingOf(options, terminal);
  const template = await readPage();
  noteHeld(template, filling, terminal);
  const page = filled(template, filling);
  const held = readable(page);
  const mapping = filling.mapping ?? mappingIn(held);
  const connector = connectorNames(held, mapping);
  const grants = { connector, tools: grantedToolNames(mapping, terminal) };
  await write(options, { ...(await writtenFiles(page)), grants }, terminal);
  noteStanding(mapping, connector, terminal);
}

async function demo(options: FillOptions, terminal: Terminal): Promise<void> {
  const { uuid, tenantPack, mapping } = options;
  if ([uuid, tenantPack, mapping].some((given) => given !== undefined)) {
    throw new Stop(
      ExitCode.badInput,
      '--demo shows an invented company: it takes no connector and no mapping.',
    );
  }
  await write(options, { ...(await demoFiles()), grants: null }, terminal);
}

interface Filled {
  readonly files: readonly PackedFile[];
  readonly program: Program;
  /** Null for the demo. */
  readonly grants: Grants | null;
}

async function write(
  options: FillOptions,
  { files, program, grants }: Filled,
  terminal: Terminal,
): Promise<void> {
  const folder = resolve(options.out);
  if (options.replace !== true) await refuseLoss(folder, files);
  await writeTogether(folder, files);
  noteOutside(folder, terminal);
  const names = grants === null ? demoNames : pageNames;
  const calls = publishCalls(pagesIn(folder, files, names.document), grants);
  const filled = { folder, files, program, fragment: resolve(folder, names.fragment), calls };
  terminal.result(fillLines(filled, terminal.resultWidth));
}

/** The files that a page may name lie beside it under the same names. */
const beside: readonly string[] = Object.values(pageFiles);

function pagesIn(folder: string, files: readonly PackedFile[], document: string): PublishedPages {
  const sources = files.filter(({ path }) => beside.includes(path));
  return {
    shell: resolve(folder, pageNames.shell),
    files: Object.fromEntries(sources.map(({ path }) => [path, resolve(folder, path)])),
    document: resolve(folder, document),
  };
}

/** Publishing tools read below the working folder and nowhere else. */
function noteOutside(folder: string, terminal: Terminal): void {
  const way = relative(process.cwd(), folder);
  if (!way.startsWith('..') && !isAbsolute(way)) return;
  terminal.warn(
    `${folder} is outside the working folder, where publishing tools may not read. Choose --out below it.`,
  );
}

/** A page that was filled before keeps what is not given now; that is never silent. */
function noteHeld(page: BuiltPage, { mapping }: Filling, terminal: Terminal): void {
  const held = readable(page);
  refuseOtherTenant(pageNames.shell, held, mapping);
  const words = holdingWords(held);
  if (words !== '') terminal.note(`${pageNames.shell} already holds ${words}; what is not given now stays.`);
}

function readable(page: BuiltPage): JsonObject {
  const held = placedConfiguration(page);
  if (held !== null) return held;
  throw new Stop(
    ExitCode.badInput,
    `The configuration of ${pageNames.shell} is missing or cannot be read. Nothing was written.`,
  );
}

function filled(page: BuiltPage, { configuration }: Filling): BuiltPage {
  const next = filledPage(page, configuration);
  if (next !== null) return next;
  throw new Stop(ExitCode.badInput, `${pageNames.module} has no configuration block that can be filled.`);
}

/** The mapping that a filled page brought along. */
function mappingIn({ mapping = null }: JsonObject): TenantMapping | null {
  if (mapping === null) return null;
  const parsed = parseMapping(mapping);
  if (parsed.ok) return parsed.mapping;
  throw new Stop(ExitCode.badInput, `The mapping that ${pageNames.shell} already holds is not valid.`);
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
