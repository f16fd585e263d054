import { coworkWords, signInWords } from './cowork-words.ts';
import type { SimulatedFault } from './faults.ts';
import { bare, refused, untyped } from './reply.ts';

type Strike = (fullName: string, answer: () => Promise<unknown>) => Promise<unknown>;

/** Faults of the live-artifact host itself, before, after or instead of the answer. */
export const coworkFaults: Readonly<Partial<Record<SimulatedFault, Strike>>> = {
  reject: () => Promise.reject(new Error("Error invoking remote method 'callMcpTool': reply was never sent")),
  undefined: () => Promise.resolve(undefined),
  never: () => new Promise(() => {}),
  hidden: async () => refused(coworkWords.hidden),
  'cold-start': async () => refused(coworkWords.coldStart),
  policy: async (name) => refused(coworkWords.policy(name)),
  disabled: async (name) => refused(coworkWords.disabled(name)),
  approval: async (name) => refused(coworkWords.declined(name)),
  reauth: async () => signInWords,
  rate: async () => refused(coworkWords.rate),
  raw: async (_, answer) => bare(await answer()),
  untyped: async (_, answer) => untyped(await answer()),
};
