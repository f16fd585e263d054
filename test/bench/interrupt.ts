/**
 * Kills every command that writes at each step of its writing, and fills its disk: `npm run interrupt`.
 *
 * `-- --only setup,fill --faults kill` tries some of them. Prints for each command how many steps were tried, and what was found half, lost, mixed or left over.
 */
import { parseArgs } from 'node:util';
import { interrupted, stepsOf, type Fault, type Interrupted } from '../attack/interrupted-writes.ts';
import { writingNames, writingOf } from '../attack/writings.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    faults: { type: 'string', default: 'kill,full,busy' },
  },
});
const only = values.only.split(',');
const faults = (['kill', 'full', 'busy'] as const).filter((fault) =>
  values.faults.split(',').includes(fault),
);

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const MOST_STEPS = 60;

/** All steps, or as many spread over them. */
function chosen(steps: number): number[] {
  const every = Math.max(1, steps / MOST_STEPS);
  return Array.from({ length: Math.min(steps, MOST_STEPS) }, (_, index) => Math.floor(index * every) + 1);
}

function row(name: string, fault: Fault, all: readonly Interrupted[]): string {
  const count = (is: (one: Interrupted) => boolean) => all.filter(is).length;
  const left = count(({ leftovers }) => leftovers.length > 0);
  const cells = [
    count(({ half }) => half.length > 0),
    count(({ lost }) => lost.length > 0),
    count(({ mixed }) => mixed),
    fault === 'kill' ? count(({ finished }) => finished) : '–',
    left,
    fault === 'kill' ? '–' : count(({ code }) => code === 2),
  ];
  return `| ${name} | ${fault} | ${all.length} | ${cells.join(' | ')} |`;
}

print(
  '| command | fault | tried | half | lost | mixed sets | finished by the next command | left beside | ended with 2 |',
);
print('|---|---|---|---|---|---|---|---|---|');
let tried = 0;
for (const name of writingNames.filter((one) => only.some((start) => one.startsWith(start)))) {
  const writing = await writingOf(name);
  const steps = await stepsOf(writing);
  for (const fault of faults) {
    const all: Interrupted[] = [];
    for (const step of chosen(steps.steps)) all.push(await interrupted(writing, steps, step, fault));
    tried += all.length;
    print(row(writing.name, fault, all));
    for (const one of all
      .filter(({ half, lost, mixed }) => half.length + lost.length > 0 || mixed)
      .slice(0, 3))
      print(`  step ${one.step}: half ${one.half.join(', ')} lost ${one.lost.join(', ')} mixed ${one.mixed}`);
  }
}
print(`${tried} interruptions.`);
