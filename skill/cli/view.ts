import type { Analysis } from '../analysis/contract.ts';
import { narrow } from '../analysis/narrow.ts';
import type { Analysed } from './analysed.ts';
import { ExitCode, Stop } from './exit.ts';

/** The analysis of one value of the Organizational View. Stops, with the values there are, at any other. */
export function viewOf({ analysis, portfolio, overlay }: Analysed, value: string): Analysis {
  const view = narrow(analysis, portfolio, overlay.depth ?? aggregate, value);
  if (view !== null) return view;
  const values = analysis.slices.map((slice) => `"${slice.value}"`);
  throw new Stop(
    ExitCode.badInput,
    values.length === 0
      ? 'The mapping names no Organizational View, so there is nothing for --view to choose from.'
      : `The Organizational View has no value "${value}". It has: ${values.join(', ')}.`,
  );
}

const aggregate = { basis: 'aggregate', appIds: [] } as const;
