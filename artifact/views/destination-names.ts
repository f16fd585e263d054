import type { Destination, Destinations } from './route.ts';

/** In the order of the bar; the first is home. */
export const destinations: Destinations = ['decide', 'spend', 'plan', 'data'];

export const destinationNames: Readonly<Record<Destination, string>> = {
  decide: 'Decide',
  spend: 'Spend',
  plan: 'Plan',
  data: 'Data',
};
