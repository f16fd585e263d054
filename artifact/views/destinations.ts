import type { ComponentType } from 'react';
import { Data } from './data/data.tsx';
import { Decide } from './decide/decide.tsx';
import { PlanView } from './plan/plan.tsx';
import type { Destination } from './route.ts';
import { SpendView } from './spend/spend.tsx';

export const destinationViews: Readonly<Record<Destination, ComponentType>> = {
  decide: Decide,
  spend: SpendView,
  plan: PlanView,
  data: Data,
};
