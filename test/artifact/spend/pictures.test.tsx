import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { squarify } from '../../../artifact/parts/charts/squarify.ts';
import { containmentOf } from '../../../artifact/views/spend/containment.ts';
import { person } from '../person.ts';
import { createStage } from '../fetched-stage.ts';
import { approved, records } from '../stage.ts';
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
      'group',
      { name: /^People of the app in the row/ },
      { timeout: 20_000 },
    );
    const cells = within(matrix).getAllByRole('link');
    const size = Math.sqrt(cells.length);
    expect(size).toBeGreaterThanOrEqual(2);
    expect(Number.isInteger(size)).toBe(true);
    expect(within(matrix).getAllByText(/^\d+%$|^few$|^most$/).length).toBeGreaterThan(1);
    // The table beside it says the same.
    const table = screen.getByRole('table', { name: 'People of one app who hold another too' });
    const inTable = within(table)
      .getAllByRole('row')
      .slice(1)
      .flatMap((row) =>
        within(row)
          .getAllByRole('cell')
          .map(({ textContent }) => textContent),
      );
    expect(inTable).toEqual(cells.map((cell) => cell.querySelector('text')?.textContent));
    await person.click(screen.getAllByRole('button', { name: 'Compare which to keep' })[0] ?? document.body);
    await person.click(screen.getAllByRole('button', { name: /^Plan this/ })[0] ?? document.body);
    expect(screen.getAllByRole('link', { name: 'Planned: see Plan' }).length).toBeGreaterThan(0);
    expect(screen.getAllByText(/what-if/i).length).toBeGreaterThan(0);
  });

  it('plans one app into another, and leaves the rest of the group as it is', async () => {
    await show({ configuration: approved, connect: createStage().connect }, '#spend-overlap');
    const group = screen.getByRole('heading', { name: 'Project Management' }).closest('.group');
    if (!(group instanceof HTMLElement)) throw new Error('The group is not there.');
    await person.click(within(group).getByRole('button', { name: 'Compare which to keep' }));
    await person.selectOptions(within(group).getByLabelText(/^Or move one app into/), 'Asana');
    const pairs = within(group).getByRole('table', { name: 'If one app moves into Asana' });
    expect(within(pairs).getAllByRole('row')).toHaveLength(4);
    // In a narrow pane the button stands on the second line of its row.
    const [press] = within(pairs).getAllByRole('button', {
      name: 'Plan this: move monday.com into Asana',
    });
    await person.click(press ?? document.body);
    const [planned] = within(pairs).getAllByRole('link', { name: 'Planned: see Plan' });
    await person.click(planned ?? document.body);
    const made = screen.getByRole('main').textContent ?? '';
    expect(made).toMatch(/monday\.com.{0,80}Asana/);
    expect(made).not.toMatch(/Trello.{0,40}(replace|move)\w* (by|into|to) Asana/i);
  });
});

describe('names of owners', () => {
  it('come after a click, beside what they own, and go again', async () => {
    await show({ configuration: approved, connect: createStage().connect }, '#spend-overview');
    await person.selectOptions(screen.getByRole('combobox', { name: 'By' }), 'owner');
    const table = screen.getByRole('table', { name: 'Annual cost by owner' });
    const before = table.textContent;
    expect(before).toMatch(/Owner \d+/);
    await person.click(screen.getByRole('button', { name: 'Show names' }));
    const named = records.apps.flatMap(({ primaryOwner }) => Object(primaryOwner).fullName ?? []);
    const said = within(table)
      .getAllByRole('rowheader')
      .map((cell) => cell.querySelector('a')?.textContent ?? '');
    expect(said.filter((name) => named.includes(name)).length).toBeGreaterThan(3);
    await person.click(screen.getByRole('button', { name: 'Hide names' }));
    expect(table.textContent).toBe(before);
  });
});

it('says by which rules an app is an AI tool, with what the tenant added', async () => {
  const mapping = { ...approved.mapping, aiTools: { vendors: ['Brindle Labs'], notAppIds: [1026] } };
  await show(
    { configuration: { ...approved, mapping }, connect: createStage().connect },
    '#spend-apps--ai-yes',
  );
  const rules = screen.getByRole('table', { name: 'Rules for AI tools: whole words, in any case' });
  const [, category, vendor, , never] = within(rules).getAllByRole('row');
  expect(category).toHaveTextContent(/Category.*Generative AI.*none/);
  expect(vendor).toHaveTextContent(/Vendor.*OpenAI.*Brindle Labs/);
  expect(never).toHaveTextContent(/App, never one.*1026/);
});
