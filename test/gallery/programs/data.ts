import { approved, createHeldStage, undiscovered } from '../../artifact/stage.ts';
import type { Program } from '../program.ts';

export const data: Program = {
  shows: 'What was read, how completely, on what mapping, and that nothing was written.',
  address: '#data',
  page: () => ({ configuration: approved, connect: createHeldStage().connect }),
  settles: 'Completeness',
};

export const dataDraft: Program = {
  shows: 'A discovered mapping: the questions that only a person can answer, to be handed to Claude.',
  address: '#data',
  page: () => ({ configuration: undiscovered, connect: createHeldStage().connect }),
  settles: /before it can be approved/,
};
