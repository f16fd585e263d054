import type { Analysis } from '../../analysis/contract.ts';
import { narrow } from '../../analysis/analyze.ts';
import type { Analyzed } from './analyze-inputs.ts';
import { ExitCode, Stop } from '../../node/stop.ts';

/** The analysis of one value of the Organizational View. Stops, with the values there are, at any other. */
export function selectView(analyzed: Analyzed, value: string): Analysis {
  const { analysis, portfolio, overlay } = analyzed;
  const view = narrow(analysis, portfolio, overlay.depth ?? aggregate, value);
  if (view !== null) return view;
  throw new Stop(ExitCode.badInput, whyNone(analyzed, value));
}

/** A view by people has no values until it is read who uses what. */
function whyNone({ mapping, analysis }: Analyzed, value: string): string {
  const view = mapping.organizationalView;
  if (view === null)
    return 'The mapping names no Organizational View, so there is nothing for --view to choose from.';
  const byPeople =
    'Its values are those of the people who use an app: add --depth users, and save list_app_users for --records.';
  const values = analysis.slices.map((slice) => `"${slice.value}"`);
  if (values.length === 0) {
    return view.entity === 'user'
      ? `The Organizational View was not read. ${byPeople}`
      : 'The records of the Organizational View were not read, so it has no values yet.';
  }
  const more = view.entity === 'user' && values.length === 1 ? ` ${byPeople}` : '';
  return `The Organizational View has no value "${value}". It has: ${values.join(', ')}.${more}`;
}

const aggregate = { basis: 'aggregate', appIds: [] } as const;
