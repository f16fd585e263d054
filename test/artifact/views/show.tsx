import { cleanup, render, screen } from '@testing-library/react';
import { afterEach } from 'vitest';
import { Dashboard, type DashboardProps } from '../../../artifact/views/dashboard.tsx';

// jsdom has no viewport to scroll.
window.scrollTo = () => {};
// Nor does it know dialogs that keep the focus.
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close() {
  this.open = false;
};

afterEach(() => {
  cleanup();
  window.location.hash = '';
});

/** Renders the whole page and waits until nothing is being read any more. */
export async function show(props: DashboardProps, hash = ''): Promise<void> {
  window.location.hash = hash;
  render(<Dashboard {...props} />);
  await screen.findByText(settled, {}, { timeout: 20_000 });
}

/** What the live region says once a reading has ended or cannot begin. */
export const settled = /^(Read \d+ apps?\.|Nothing could be read\.|Set-up is needed\.)/;

/** The visible text of the main part, without what is hidden from sight in a wide pane. */
export function mainText(): string {
  return screen.getByRole('main').textContent ?? '';
}
