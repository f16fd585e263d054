/**
 * The fuzz by hand: `npm run fuzz -- [--seeds 1..5000] [--show 10]`.
 *
 * Prints how many replies were mutated, what became of each kind of mutation, and the seeds that broke.
 */
import { parseArgs } from 'node:util';
import { mutationNames } from '../attack/hostile-reply.ts';
import { broken, trySeed, type Tried } from '../attack/fuzz.ts';

const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '1..5000' }, show: { type: 'string', default: '10' } },
});
const [first = 1, last = first] = values.seeds.split('..').map(Number);

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const all: Tried[] = [];
const began = Date.now();
for (let seed = first; seed <= last; seed += 1) all.push(await trySeed(seed));

const outcomes = ['same totals', 'labeled', 'oracle agrees', 'crash', 'hang', 'unlabeled'] as const;
print(`| mutation | tried | ${outcomes.join(' | ')} |`);
print(`|---|---|${outcomes.map(() => '---|').join('')}`);
const byMutation = new Map(
  mutationNames.map((name) => [name, all.filter(({ attack }) => attack.mutation === name)] as const),
);
for (const [mutation, tries] of [...byMutation, ['all', all] as const]) {
  const counts = outcomes.map((outcome) => tries.filter((one) => one.outcome === outcome).length);
  print(`| ${mutation} | ${tries.length} | ${counts.join(' | ')} |`);
}
const replies = all.reduce((sum, { struck }) => sum + struck, 0);
print(`${all.length} seeds, ${replies} replies mutated, ${Math.round((Date.now() - began) / 1000)} s.`);
const failed = all.filter(({ outcome }) => broken.has(outcome));
for (const { attack, outcome, detail } of failed.slice(0, Number(values.show))) {
  print(`${outcome}: ${JSON.stringify(attack)}\n  ${detail}`);
}
process.exitCode = failed.length === 0 ? 0 : 1;
