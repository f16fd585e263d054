import type { AnalyzedApp, Analysis, Minor } from '../../analysis/contract.ts';
import { counted, type Sentence } from '../base/sentence.ts';

/** Why idle seats cost more than the plan saves on them. */
export function heldBack(
  { id, seats, wasteAnnual, hardSavingAnnual }: AnalyzedApp<Minor>,
  analysis: Analysis,
): Sentence[] {
  const isByRules = analysis.plan.some(({ appId, source }) => appId === id && source === 'rules');
  const saved = hardSavingAnnual ?? 0;
  if (!isByRules || seats === null || wasteAnnual === null || wasteAnnual <= saved) return [];
  const idle = seats.unassigned + seats.departed + seats.inactive;
  return [
    [
      'Its ',
      ...counted(idle, `app/${id}/seats/idle`, 'idle seat costs ', 'idle seats cost '),
      { money: wasteAnnual, fact: `app/${id}/wasteAnnual` },
      ' a year; what the plan does not give up it holds as spare seats, or has too little evidence for.',
    ],
  ];
}
