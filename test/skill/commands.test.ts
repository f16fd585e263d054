/** Every command line in the texts is one that the program takes; those that read, also end well. */
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { demoMapping } from '../../mocks/tenant/demo-mapping.ts';
import { createTorii } from '../../mocks/torii/torii.ts';
import { programWith } from '../../skill/cli/program/program.ts';
import { terminalOver } from '../../skill/cli/terminal/terminal.ts';
import { command } from '../cli/command.ts';
import { asOf, folder, mappingFile, served, tenant } from '../cli/served.ts';
import { commandLines, type CommandLine } from './command-lines.ts';

const silent = { isTTY: false, write: () => true };
const program = programWith(terminalOver(silent, silent));
const lines = commandLines();

/** The command that the words name, and what is left of them. */
function resolved(words: readonly string[], from: Command = program): [Command, readonly string[]] {
  const [first] = words;
  const child = from.commands.find((candidate) => candidate.name() === first);
  return child === undefined ? [from, words] : resolved(words.slice(1), child);
}

/** What the program would refuse about a line, in words. */
function refusals({ words }: CommandLine): string[] {
  const [found, rest] = resolved(words);
  if (found === program) return [`no command ${words[0]}`];
  const refused: string[] = [];
  for (const [index, word] of rest.entries()) {
    if (!word.startsWith('--')) continue;
    const option = found.options.find((candidate) => candidate.long === word);
    const next = rest[index + 1];
    if (option === undefined) refused.push(`${found.name()} has no ${word}`);
    else if (option.required && (next === undefined || next.startsWith('--')))
      refused.push(`${word} needs a value`);
    else if (option.argChoices && !option.argChoices.includes(next ?? ''))
      refused.push(`${word} takes no ${next}`);
  }
  return refused;
}

describe('command lines in the texts', () => {
  test('there are many', () => {
    expect(lines.length).toBeGreaterThan(30);
  });

  test.each(lines)('$path: $line', (line) => {
    expect(refusals(line)).toEqual([]);
  });

  test.each([
    ['summarize --records DIR', 'no command summarize'],
    ['report --savings', 'report has no --savings'],
    ['mapping drift FILE --records', '--records needs a value'],
    ['report --format pdf', '--format takes no pdf'],
  ])('“%s” would be found out', (line, problem) => {
    expect(refusals({ path: '', line, words: line.split(' ') })).toEqual([problem]);
  });
});

/** Complete lines that read saved results: they can be run as they stand, on a folder of this test. */
const runnable = lines.filter(
  ({ words }) => words.includes('--records') && words[words.indexOf('--records') + 1] === 'DIR',
);

async function saveResults(path: string): Promise<void> {
  const torii = createTorii(tenant);
  const calls = { list_apps: { includeLicenses: true, size: 1000 }, list_contracts: { size: 1000 } };
  for (const [tool, args] of Object.entries(calls)) {
    await writeFile(join(path, `${tool}.json`), JSON.stringify(await torii.call(tool, args)));
  }
}

interface Place {
  readonly records: string;
  readonly tenant: string;
  readonly files: string;
}

/** A tenant pack, saved results and a run before, as the texts assume them. */
async function place(): Promise<Place> {
  const { url } = await served();
  const root = await folder();
  const at = { records: join(root, 'records'), tenant: join(root, 'tenant'), files: root };
  await mkdir(at.records);
  await mkdir(at.tenant);
  await saveResults(at.records);
  await copyFile(await mappingFile(url), join(at.tenant, 'tenant-mapping.json'));
  const decisions = { schemaVersion: 1, tenant: demoMapping(asOf).tenant.name, decisions: [], edits: [] };
  await writeFile(join(at.tenant, 'decisions.json'), JSON.stringify(decisions));
  await writeFile(
    join(root, 'text.md'),
    'Seats count as inactive after [90](fact:assumption/inactiveDays) days.\n',
  );
  const kept = [
    '--save-baseline',
    join(at.tenant, 'baseline.json'),
    '--save-snapshot',
    join(root, 'snapshot.json'),
  ];
  const mapping = ['--mapping', join(at.tenant, 'tenant-mapping.json')];
  await command('report', '--records', at.records, ...mapping, '--as-of', asOf, ...kept);
  return at;
}

/** The words of a line with its placeholders filled. */
function filled(words: readonly string[], at: Place): string[] {
  const known: Readonly<Record<string, string>> = {
    DIR: at.records,
    ID: JSON.stringify(tenant.apps[0]?.id),
    FILE: join(at.tenant, 'tenant-mapping.json'),
    NAME: 'A. Analyst',
    ADDRESS: 'https://example.com/dashboard',
  };
  return words.map((word, index) => {
    if (words[index - 1] === '--check-narrative') return join(at.files, 'text.md');
    if (word.startsWith('tenant/')) return join(at.tenant, word.slice('tenant/'.length));
    return word === 'snapshot.json' ? join(at.files, word) : (known[word] ?? word);
  });
}

describe('run on saved results', () => {
  test('there is something to run', () => {
    expect(runnable.length).toBeGreaterThan(5);
  });

  test.each(runnable)('$path: $line', async ({ words }) => {
    const at = await place();
    // A first look comes before the approval that it would otherwise write over.
    if (words[0] === 'discover') await rm(join(at.tenant, 'tenant-mapping.json'));
    const { code, err } = await command(...filled(words, at));
    expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
  });
});
