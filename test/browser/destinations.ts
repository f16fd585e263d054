import type { Frame } from 'playwright-core';

/** The four destinations, as their links are called. */
export const destinations = ['Decide', 'Spend', 'Plan', 'Data'] as const;
export type Destination = (typeof destinations)[number];

/** Goes to a destination of a page that has finished reading. */
export async function visit(frame: Frame, destination: Destination): Promise<void> {
  await frame.getByRole('button', { name: 'Refresh' }).waitFor();
  await frame.getByRole('link', { name: destination, exact: true }).click();
}

/** Pixels by which a page is wider than its frame. */
export function overflowOf(frame: Frame): Promise<number> {
  return frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
