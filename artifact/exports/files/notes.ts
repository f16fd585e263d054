import { viewNotes } from '../../../skill/report/texts.ts';
import { isSnapshot, type SessionState } from '../../session/state.ts';
import { isWhatIf, whatIfWords } from '../../session/what-if.ts';

/**
 * What must stand in every file, whatever the analysis says of itself.
 * @param ofWhole the file holds everything, whatever slice is shown
 */
export function notesOf(state: SessionState, ofWhole = false): string[] {
  const { demo, asOf, settings, results } = state;
  const isSlice = !ofWhole && results !== null && results.shown !== results.full;
  const changed = [
    ...(isWhatIf(settings.whatIf) ? [`What-if: ${whatIfWords(settings.whatIf).join(', ')}.`] : []),
    ...(isSlice ? viewNotes(results.shown) : []),
  ];
  if (demo) return ['Demo data: invented company and people.', ...changed];
  return isSnapshot(state) ? [`Snapshot of ${asOf}: not live.`, ...changed] : changed;
}
