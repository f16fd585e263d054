import { approved, createStage } from '../../artifact/stage.ts';
import type { Program } from '../program.ts';

export const data: Program = {
  shows: 'What was read, how completely, on what mapping, and that nothing was written.',
  address: '#/data',
  page: () => ({ configuration: approved, connect: createStage().connect }),
  settles: 'Completeness',
};
