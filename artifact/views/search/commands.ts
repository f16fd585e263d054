/**
 * Commands of the search: each presses, or puts the focus on, a control that the page shows anyway. Controls
 * carry the name of their command, so that nothing is done that a person could not do by hand.
 */
import type { Command, Entry } from './entry.ts';

function command(name: Command, text: string, further: string): Entry {
  return {
    id: `command/${name}`,
    kind: 'command',
    text,
    to: { command: name },
    words: ` ${`${text} ${further}`.toLowerCase()}`,
  };
}

const commandEntries: readonly Entry[] = [
  command('export', 'Export', 'csv markdown json excel print brief download share save'),
  command('calendar', 'Calendar of deadlines', 'export ics notice dates outlook'),
  command('slice', 'Choose a slice', 'department organizational view filter'),
  {
    id: 'command/what-if',
    kind: 'command',
    text: 'What-if',
    to: { destination: 'plan', segment: null },
    words: ' what if plan scenario assume',
  },
];

/** Those whose control is on the page: not every tenant has slices. */
export function commandsOn(page: Document): readonly Entry[] {
  return commandEntries.filter(({ to }) => !('command' in to) || controlOf(to.command, page) !== null);
}

function controlOf(name: Command, page: Document): HTMLElement | null {
  return page.querySelector<HTMLElement>(`[data-command="${name === 'calendar' ? 'export' : name}"]`);
}

/** Once what covered the page has gone. */
export function runCommand(name: Command, page: Document): void {
  const control = page.querySelector<HTMLElement>(
    `[data-command="${name === 'calendar' ? 'export' : name}"]`,
  );
  control?.focus();
  // A choice is left to the person.
  if (control instanceof HTMLSelectElement) return;
  if (name !== 'calendar' || control?.getAttribute('aria-expanded') !== 'true') control?.click();
  if (name === 'calendar') {
    setTimeout(() => page.querySelector<HTMLElement>('[data-command="calendar"]')?.focus());
  }
}
