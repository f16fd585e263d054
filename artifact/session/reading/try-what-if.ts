import type { Analysis, IsoDate } from '../../../skill/analysis/contract.ts';
import type { Results } from '../model/state.ts';
import type { ViewSettings } from '../model/view-settings.ts';
import type { WhatIf } from '../model/what-if.ts';
import { figuresUnder } from './build-results.ts';

/** What it takes to work the figures out under other settings. */
export interface Trial {
  readonly results: Results;
  readonly settings: ViewSettings;
  readonly asOf: IsoDate;
}

/** The figures on screen as they would be under another what-if; what is shown and kept stays as it is. */
export function tryWhatIf({ results, settings, asOf }: Trial, change: (whatIf: WhatIf) => WhatIf): Analysis {
  return figuresUnder(results, { ...settings, whatIf: change(settings.whatIf) }, asOf);
}
