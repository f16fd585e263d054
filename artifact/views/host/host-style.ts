/**
 * The style of the host, under the names of our own: theme.css falls back to ours where a host says nothing.
 * Colors that are read on each other are taken together or not at all.
 */
import type { ViewPlace } from '../../bridge/app-host.ts';

type Names = Readonly<Record<string, string>>;

const together: readonly Names[] = [
  {
    '--host-page': '--color-background-primary',
    '--host-raised': '--color-background-secondary',
    '--host-ink': '--color-text-primary',
    '--host-quiet': '--color-text-secondary',
  },
  { '--host-hairline': '--color-border-tertiary' },
  { '--host-rule': '--color-border-secondary' },
  { '--host-caution': '--color-text-warning', '--host-caution-wash': '--color-background-warning' },
  { '--host-serious': '--color-text-danger', '--host-serious-wash': '--color-background-danger' },
  { '--host-sans': '--font-sans' },
  { '--host-mono': '--font-mono' },
];

export function applyHostStyle(
  root: HTMLElement,
  { theme, variables, displayMode, insets }: ViewPlace,
): void {
  for (const names of together) {
    const pairs = Object.entries(names).map(([own, name]) => [own, variables[name]] as const);
    const isWhole = pairs.every(([, value]) => value !== undefined);
    for (const [own, value] of pairs) root.style.setProperty(own, isWhole ? (value ?? '') : '');
  }
  root.style.padding = insets.some((inset) => inset > 0) ? insets.map((inset) => `${inset}px`).join(' ') : '';
  mark(root, 'theme', theme);
  mark(root, 'display', displayMode);
}

function mark(root: HTMLElement, name: string, value: string | null): void {
  if (value === null) Reflect.deleteProperty(root.dataset, name);
  else root.dataset[name] = value;
}
