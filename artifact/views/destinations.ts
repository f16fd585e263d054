import type { ComponentType } from 'react';
import { Data } from './data/data.tsx';
import { Decide } from './decide/decide.tsx';
import { PlanView } from './plan/plan.tsx';
import type { Destination, Destinations } from './router.ts';
import { SpendView } from './spend/spend.tsx';

interface DestinationView {
  readonly label: string;
  readonly View: ComponentType;
}

/** The destinations there are, in the order of the bar; the first is home. */
export const views: Readonly<Partial<Record<Destination, DestinationView>> & { decide: DestinationView }> = {
  decide: { label: 'Decide', View: Decide },
  spend: { label: 'Spend', View: SpendView },
  plan: { label: 'Plan', View: PlanView },
  data: { label: 'Data', View: Data },
};

const inBarOrder: Destinations = ['decide', 'spend', 'plan', 'data'];
const [home, ...others] = inBarOrder;
export const destinations: Destinations = [home, ...others.filter((name) => name in views)];
