/**
 * Kills every command that writes at each step of its writing, and fills its disk: `npm run interrupt`.
 *
 * Prints for each command how many steps were tried, and what was found half, lost, mixed or left over.
 */
import { interrupted, stepsOf, type Fault, type Interrupted } from '../attack/interrupted-writes.ts';
import { loginWriting, writings } from '../attack/writings.ts';

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
    left,
    fault === 'full' ? count(({ code }) => code === 2) : '–',
  ];
  return `| ${name} | ${fault} | ${all.length} | ${cells.join(' | ')} |`;
}

print('| command | fault | tried | half | lost | mixed sets | left beside | ended with 2 |');
print('|---|---|---|---|---|---|---|---|');
let tried = 0;
for (const writing of [...(await writings()), await loginWriting()]) {
  const steps = await stepsOf(writing);
  for (const fault of ['kill', 'full'] as const) {
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
