import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { squarify } from '../../../artifact/parts/charts/squarify.ts';
import { containmentOf } from '../../../artifact/views/spend/containment.ts';
import { person } from '../person.ts';
import { createStage } from '../fetched-stage.ts';
import { approved } from '../stage.ts';
import { show } from '../views/show.tsx';

describe('tiles', () => {
  const items = [60, 30, 20, 9, 4, 2, 1].map((value) => ({ value }));

  it.each([
    [320, 240],
    [1000, 260],
    [10, 400],
  ])('fill %d × %d without overlap, each as large as its value', (width, height) => {
    const tiles = squarify(items, { x: 0, y: 0, width, height });
    const scale = (width * height) / 126;
    for (const { item, x, y, ...size } of tiles) {
      expect(size.width * size.height).toBeCloseTo(item.value * scale, 3);
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(x + size.width).toBeLessThanOrEqual(width + 1e-6);
      expect(y + size.height).toBeLessThanOrEqual(height + 1e-6);
    }
    const overlap = tiles.some((a, index) =>
      tiles
        .slice(index + 1)
        .some(
          (b) =>
            Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 1e-6 &&
            Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 1e-6,
        ),
    );
    expect(overlap).toBe(false);
  });

  it('are none where nothing is known', () => {
    expect(squarify([], { x: 0, y: 0, width: 10, height: 10 })).toEqual([]);
  });
});

it('counts who of one app holds another', () => {
  expect(containmentOf(new Set([1, 2, 3, 4]), new Set([3, 4, 5]))).toEqual({ shared: 2, of: 4 });
  expect(containmentOf(new Set([3, 4, 5]), new Set([1, 2, 3, 4]))).toEqual({ shared: 2, of: 3 });
});

const topApps = (): HTMLElement => screen.getByRole('table', { name: 'Apps by 12-month spend' });

const names = (): (string | null | undefined)[] =>
  within(topApps())
    .getAllByRole('rowheader')
    .map((cell) => cell.querySelector('a')?.textContent);

describe('pictures of spend that filter', () => {
  it('a tile asks for its category in the list below, and takes it back', async () => {
    await show({ configuration: approved, connect: createStage().connect }, '#spend-overview');
    const all = within(topApps()).getAllByRole('rowheader').length;
    const map = screen.getByRole('group', { name: 'Annual cost by category' });
    await person.click(within(map).getByRole('link', { name: /^Design, \$/ }));
    expect(window.location.hash).toBe('#spend-overview--category-Design');
    const named = names();
    expect(new Set(named)).toEqual(new Set(['Adobe Creative Cloud', 'Canva', 'Figma']));
    await person.click(within(map).getByRole('link', { name: /^Design, \$/ }));
    expect(within(topApps()).getAllByRole('rowheader')).toHaveLength(all);
  });

  it('the brush, moved by its sliders, says which places the list shows', async () => {
    await show({ configuration: approved, connect: createStage().connect }, '#spend-overview');
    const before = names();
    fireEvent.change(screen.getByRole('slider', { name: 'To' }), { target: { value: '4' } });
    fireEvent.change(screen.getByRole('slider', { name: 'From' }), { target: { value: '2' } });
    expect(names()).toEqual(before.slice(2, 5));
    expect(screen.getByRole('slider', { name: 'From' })).toHaveAttribute(
      'aria-valuetext',
      `3. ${before[2]}, ${/\$.*/.exec(screen.getByRole('slider', { name: 'From' }).getAttribute('aria-valuetext') ?? '')?.[0]}`,
    );
    await person.click(screen.getByRole('button', { name: 'Show all' }));
    expect(names()).toEqual(before);
  });
});

describe('a group that overlaps', () => {
  it('is read, shows who shares whom, and takes its survivor into the plan', async () => {
    await show({ configuration: approved, connect: createStage().connect }, '#spend-overlap');
    await person.click(
      screen.getAllByRole('button', { name: /^Read the users of these \d apps \(\d+ calls\)$/ })[0] ??
        document.body,
    );
    const matrix = await screen.findByRole(
      'table',
      { name: /^People of the app in the row/ },
      { timeout: 20_000 },
    );
    expect(within(matrix).getAllByText(/^\d+%$|^few$|^most$/).length).toBeGreaterThan(1);
    await person.click(screen.getAllByRole('button', { name: 'Compare which to keep' })[0] ?? document.body);
    await person.click(screen.getAllByRole('button', { name: /^Plan this/ })[0] ?? document.body);
    expect(screen.getAllByRole('link', { name: 'Planned: see Plan' }).length).toBeGreaterThan(0);
    expect(screen.getAllByText(/what-if/i).length).toBeGreaterThan(0);
  });
});
