import * as data from './programs/data.ts';
import * as decide from './programs/decide.ts';
import * as plan from './programs/plan.ts';
import * as spend from './programs/spend.ts';
import * as states from './programs/states.ts';
import type { Program } from './program.ts';

/** Every program of the gallery by its name. */
export const programs: Readonly<Record<string, Program>> = {
  ...decide,
  ...spend,
  ...plan,
  ...data,
  ...states,
};
