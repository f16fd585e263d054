import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { formatShare } from '../../../artifact/parts/text/count.ts';
import {
  formatCompactMoney,
  formatExactMoney,
  formatWholeMoney,
} from '../../../artifact/parts/text/money.ts';
import { daysBetween, formatNearDate } from '../../../artifact/parts/text/date.ts';
import { Table, type Column } from '../../../artifact/parts/table.ts';
import { Partition } from '../../../artifact/parts/charts/bars.tsx';
import { person } from '../person.ts';

afterEach(cleanup);

describe('money', () => {
  it.each([
    [0, '$0'],
    [40, '$0.40'],
    [6_30, '$6'],
    [34_80, '$35'],
    [999_60, '$1,000'],
    [8_085_00, '$8.1k'],
    [99_940_00, '$99.9k'],
    [412_400_00, '$412k'],
    [999_600_00, '$1M'],
    [1_239_500_00, '$1.24M'],
    [-412_400_00, '\u2212$412k'],
  ])('%d cents in a sentence are %s', (minor, text) => {
    expect(formatCompactMoney(minor, 'USD')).toBe(text);
  });

  it('knows currencies without minor units', () => {
    expect(formatWholeMoney(1500, 'JPY')).toBe('¥1,500');
    expect(formatExactMoney(1500, 'JPY')).toBe('¥1,500');
    expect(formatExactMoney(1500, 'USD')).toBe('$15.00');
  });
});

describe('shares', () => {
  it('never round something to nothing or a part to the whole', () => {
    expect(formatShare(1, 1000)).toBe('<1%');
    expect(formatShare(999, 1000)).toBe('>99%');
    expect(formatShare(0, 0)).toBe('unknown');
  });
});

describe('dates', () => {
  it('leave the year out only where it is the one on screen', () => {
    expect(formatNearDate('2026-12-03', '2026-11-22')).toBe('Dec 3');
    expect(formatNearDate('2027-01-03', '2026-11-22')).toBe('Jan 3, 2027');
  });

  it('are counted in whole days across a change of clocks', () => {
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(daysBetween('2026-11-22', '2026-10-28')).toBe(-25);
  });
});

interface Row {
  readonly name: string;
  readonly value: number | null;
}

const columns: readonly Column<Row>[] = [
  { key: 'name', header: 'Name', cell: ({ name }) => name, order: ({ name }) => name },
  {
    key: 'value',
    header: 'Value',
    numeric: true,
    cell: ({ value }) => value ?? 'unknown',
    order: ({ value }) => value,
  },
];

const rows: readonly Row[] = [
  { name: 'b', value: 2 },
  { name: 'none', value: null },
  { name: 'a', value: 10 },
];

function names(): (string | null)[] {
  return screen.getAllByRole('rowheader').map((header) => header.textContent);
}

describe('a table', () => {
  it('sorts numbers from the largest, then from the smallest, unknowns last both times', async () => {
    render(<Table caption="t" columns={columns} rows={rows} keyOf={({ name }) => name} />);
    const button = screen.getByRole('button', { name: 'Value' });
    await person.click(button);
    expect(names()).toEqual(['a', 'b', 'none']);
    await person.click(button);
    expect(names()).toEqual(['b', 'a', 'none']);
    expect(screen.getByRole('columnheader', { name: 'Value' }).getAttribute('aria-sort')).toBe('ascending');
  });

  it('shows the rest on request', async () => {
    render(<Table caption="t" columns={columns} rows={rows} keyOf={({ name }) => name} first={1} />);
    expect(names()).toEqual(['b']);
    await person.click(screen.getByRole('button', { name: 'Show 2 more' }));
    expect(names()).toHaveLength(3);
  });
});

describe('a partition', () => {
  it('says in its legend all that it draws', () => {
    const parts = [
      { label: 'In use', value: 70, mark: 'actual', text: '70' },
      { label: 'Idle', value: 30, mark: 'quiet', text: '30' },
    ] as const;
    const { container } = render(<Partition parts={parts} />);
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['In use 70', 'Idle 30']);
    expect(container.querySelectorAll('figure > svg > rect')).toHaveLength(2);
  });

  it('draws nothing where there is nothing to cut', () => {
    const { container } = render(<Partition parts={[]} />);
    expect(container.innerHTML).toBe('');
  });
});
