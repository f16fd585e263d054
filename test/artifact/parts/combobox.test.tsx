import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Combobox } from '../../../artifact/parts/controls/combobox.tsx';
import { fill, person } from '../person.ts';

afterEach(cleanup);

const options = [
  ...Array.from({ length: 10_000 }, (_, value) => ({ value, label: `Tool ${value}` })),
  { value: 10_000, label: 'Cisco Webex', note: '$7.3k' },
  { value: 10_001, label: 'Webex Rooms' },
];

function show(): { readonly onChoose: (value: number) => void; readonly field: HTMLElement } {
  const onChoose = vi.fn<(value: number) => void>();
  render(<Combobox label="Plan an app" placeholder="" options={options} chosen="" onChoose={onChoose} />);
  return { onChoose, field: screen.getByRole('combobox', { name: 'Plan an app' }) };
}

describe('a combobox over ten thousand', () => {
  it('renders what is in sight alone, and says how many there are', async () => {
    const { field } = show();
    expect(field).toHaveAttribute('aria-expanded', 'false');
    await person.click(field);
    const seen = screen.getAllByRole('option');
    expect(seen.length).toBeLessThan(40);
    expect(seen[0]).toHaveAttribute('aria-setsize', String(options.length));
  });

  it('finds by the beginning of any word, names that begin so first, and never by the middle of one', async () => {
    const { field, onChoose } = show();
    await fill(field, 'webex');
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      'Webex Rooms',
      'Cisco Webex$7.3k',
    ]);
    await fill(field, 'ebex');
    expect(screen.queryByRole('option')).not.toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent('Nothing of that name.');
    await fill(field, 'cisco web');
    await person.keyboard('{Enter}');
    expect(onChoose).toHaveBeenCalledWith(10_000);
    expect(field).toHaveAttribute('aria-expanded', 'false');
  });

  it('is steered by the keys of every combobox, the focus staying in the field', async () => {
    const { field, onChoose } = show();
    field.focus();
    await person.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    const active = field.getAttribute('aria-activedescendant') ?? '';
    expect(document.getElementById(active)).toHaveAttribute('aria-selected', 'true');
    expect(document.getElementById(active)).toHaveTextContent('Tool 2');
    await person.keyboard('{Escape}');
    expect(field).toHaveAttribute('aria-expanded', 'false');
    expect(onChoose).not.toHaveBeenCalled();
    expect(field).toHaveFocus();
    await person.keyboard('{ArrowDown}{Enter}');
    expect(onChoose).toHaveBeenCalledWith(2);
  });
});
