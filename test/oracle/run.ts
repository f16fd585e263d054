/**
 * Compares the product with the oracle from the command line.
 *
 *   tsx test/oracle/run.ts [--fields cost,renewals.bucket] [--seeds 1..200] [--show 5] [--plain] [--save DIR]
 *   tsx test/oracle/run.ts --records DIR --mapping FILE --as-of DATE [--fields …]
 *
 * Prints for each field how often it was compared and how often product and oracle disagree, and the
 * first disagreements of each kind with the smallest tenant that shows them. `--save` keeps those
 * tenants as folders that `report --records` reads. `--plain` spells every value plainly.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Disagreement } from './expectation.ts';
import { type JsonRow, rowsIn } from './json.ts';
import { expectationsOf, judge } from './judge.ts';
import { filesOf } from './product.ts';
import { plainTenant } from './plain-tenant.ts';
import { shrunk } from './shrink.ts';
import { type Tenant, tenantFrom } from './tenant.ts';

const { values } = parseArgs({
  options: {
    fields: { type: 'string', default: '' },
    seeds: { type: 'string', default: '1..200' },
    show: { type: 'string', default: '1' },
    save: { type: 'string' },
    records: { type: 'string' },
    mapping: { type: 'string' },
    'as-of': { type: 'string' },
    expected: { type: 'boolean', default: false },
    plain: { type: 'boolean', default: false },
  },
});

const wanted = values.fields.split(',').filter((field) => field !== '');

/** `--plain` judges the rules alone, where reading words is not yet what it should be. */
function tenantOf(seed: number): Tenant {
  return values.plain ? plainTenant(tenantFrom(seed)) : tenantFrom(seed);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function jsonIn(path: string): JsonRow {
  return JSON.parse(readFileSync(path, 'utf8')) as JsonRow;
}

/** A folder of tool results; a list that is not there is empty. */
function tenantIn(folder: string, mapping: string, asOf: string): Tenant {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const list = (key: string) => files.flatMap((name) => rowsIn(jsonIn(join(folder, name))[key]));
  const records = { apps: list('apps'), contracts: list('contracts'), transactions: list('transactions') };
  return { asOf, mapping: jsonIn(mapping), records };
}

function save(tenant: Tenant, name: string): void {
  const folder = join(values.save ?? '.', name);
  mkdirSync(join(folder, 'records'), { recursive: true });
  writeFileSync(join(folder, 'mapping.json'), JSON.stringify(tenant.mapping, null, 2));
  for (const file of filesOf(tenant)) writeFileSync(join(folder, 'records', file.name), file.text);
  writeFileSync(join(folder, 'as-of.txt'), `${tenant.asOf}\n`);
}

function lineOf({ field, subject, expected, actual }: Disagreement): string {
  return `  ${subject} ${field}: the oracle says ${JSON.stringify(expected)}, the product ${JSON.stringify(actual)}`;
}

/** The smallest tenant with this disagreement, in one line for each record. */
function explain(seed: number, wrong: Disagreement): void {
  const small = shrunk(tenantOf(seed), wrong);
  const now = judge(small, [wrong.field]).wrong.find(({ field }) => field === wrong.field) ?? wrong;
  print(`\n${wrong.field}, seed ${seed}, as of ${small.asOf}`);
  print(lineOf(now));
  print(`  mapping ${JSON.stringify(small.mapping)}`);
  for (const [list, rows] of Object.entries(small.records))
    for (const row of rows) print(`  ${list} ${JSON.stringify(row)}`);
  if (values.save !== undefined) save(small, `${wrong.field}-${seed}`);
}

function runSeeds(first: number, last: number): number {
  const compared = new Map<string, number>();
  const wrong = new Map<string, { seed: number; one: Disagreement }[]>();
  for (let seed = first; seed <= last; seed += 1) {
    const verdict = judge(tenantOf(seed), wanted);
    for (const field of verdict.compared) compared.set(field, (compared.get(field) ?? 0) + 1);
    for (const one of verdict.wrong) wrong.set(one.field, [...(wrong.get(one.field) ?? []), { seed, one }]);
  }
  for (const found of wrong.values()) {
    const seeds = new Map(found.map(({ seed, one }) => [seed, one]));
    for (const [seed, one] of [...seeds].slice(0, Number(values.show))) explain(seed, one);
  }
  print(`\n${'field'.padEnd(34)}compared  wrong  first seeds`);
  for (const field of [...new Set([...compared.keys(), ...wrong.keys()])].toSorted()) {
    const found = wrong.get(field) ?? [];
    const seeds = [...new Set(found.map(({ seed }) => seed))].slice(0, 6).join(' ');
    print(
      `${field.padEnd(34)}${String(compared.get(field) ?? 0).padStart(8)}${String(found.length).padStart(7)}  ${seeds}`,
    );
  }
  return wrong.size;
}

function runOne(tenant: Tenant): number {
  if (values.expected) {
    for (const { subject, field, expected } of expectationsOf(tenant, wanted))
      print(`${subject} ${field} ${JSON.stringify(expected)}`);
    return 0;
  }
  const { wrong, compared } = judge(tenant, wanted);
  for (const one of wrong) print(lineOf(one));
  print(`${compared.length} places compared, ${wrong.length} disagreements`);
  return wrong.length;
}

const { records, mapping, 'as-of': asOf } = values;
const [first = 1, last = first] = values.seeds.split('..').map(Number);
const found =
  records !== undefined && mapping !== undefined && asOf !== undefined
    ? runOne(tenantIn(records, mapping, asOf))
    : runSeeds(first, last);
process.exitCode = found > 0 ? 1 : 0;
