import type { Analysis } from '../../analysis/contract.ts';
import { narrow } from '../../analysis/analyze.ts';
import type { Analyzed } from './analyzed.ts';
import { ExitCode, Stop } from '../../node/stop.ts';

/** The analysis of one value of the Organizational View. Stops, with the values there are, at any other. */
export function viewOf(analyzed: Analyzed, value: string): Analysis {
  const { analysis, portfolio, overlay } = analyzed;
  const view = narrow(analysis, portfolio, overlay.depth ?? aggregate, value);
  if (view !== null) return view;
  const values = analysis.slices.map((slice) => `"${slice.value}"`);
  throw new Stop(
    ExitCode.badInput,
    values.length === 0
      ? 'The mapping names no Organizational View, so there is nothing for --view to choose from.'
      : `The Organizational View has no value "${value}". It has: ${values.join(', ')}.${unread(analyzed)}`,
  );
}

/** A view by people places nothing until it is read who uses what. */
function unread({ mapping, analysis }: Analyzed): string {
  if (mapping.organizationalView?.entity !== 'user' || analysis.slices.length > 1) return '';
  return ' Its values are those of the people who use an app: add --depth users, and save list_app_users for --records.';
}

const aggregate = { basis: 'aggregate', appIds: [] } as const;
