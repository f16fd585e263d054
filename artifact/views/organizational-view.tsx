import '../theme/plan.css';
import { useContext, type ReactNode } from 'react';
import type { Analysis } from '../../skill/analysis/contract.ts';
import type { TenantMapping } from '../../skill/mapping/mapping.ts';
import { formatCompactMoney, formatCounted, formatShare } from '../parts/text.ts';
import { FollowContext, Link } from '../parts/controls.ts';
import { NoticeBox } from '../parts/layout.ts';
import { isSnapshot, type Results } from '../session/state.ts';
import { formatRoute } from './address.ts';
import { withParameters } from './router.ts';
import { useAfterPaint } from './use-after-paint.ts';
import { useResults, useRoute } from './page-context.ts';
import { useSessionState } from '../session/session.ts';

/** How a view cuts the cost, and of which total: both of one analysis. */
type Placement = Pick<Analysis, 'slices' | 'totals'>;
type View = NonNullable<TenantMapping['organizationalView']>;

/** Goes to the same place with another slice in view; the empty one is everything. */
function useShowSlice(): (slice: string) => void {
  const follow = useContext(FollowContext);
  const route = useRoute();
  return (view) => follow(formatRoute(withParameters(route, { view })));
}

/** The slice in view; absent where the mapping names no Organizational View. */
export function SliceChoice(): ReactNode {
  const show = useShowSlice();
  const { results, asked, isFixed } = useSessionState((state) => ({
    results: state.results,
    asked: state.settings.slice,
    isFixed: isSnapshot(state),
  }));
  const placed = useAfterPaint(results && results.full, placementOf);
  const view = results?.mapping.organizationalView;
  if (!results || !view) return null;
  const { currency } = results.full;
  const shown = shownSlice(results, asked);
  // Whether there is anything to choose is known only then.
  if (placed === null && shown === null) return null;
  if (placed?.slices.every(({ value }) => value === view.unallocatedLabel))
    return <Unplaced view={view} snapshot={isFixed} />;
  return (
    <span className="slice">
      <label>
        {view.label}{' '}
        <select
          className="choice"
          data-command="slice"
          value={shown ?? ''}
          onChange={({ currentTarget: { value } }) => show(value)}
        >
          <option value="">all</option>
          {placed === null && shown !== null && <option value={shown}>{shown}</option>}
          {placed?.slices.map(({ value, baselineAnnual }) => (
            <option key={value} value={value}>
              {`${value}, ${formatCompactMoney(baselineAnnual, currency)}`}
            </option>
          ))}
        </select>
      </label>{' '}
      {placed && placedWords(view, placed)}
    </span>
  );
}

function placementOf({ slices, totals }: Analysis): Placement {
  return { slices, totals };
}

/** "78% of cost placed, 11 apps Unallocated": how far the view reaches. */
function placedWords({ unallocatedLabel }: View, { slices, totals }: Placement): string {
  const open = slices.find(({ value }) => value === unallocatedLabel);
  if (open === undefined) return 'all of the cost placed';
  const placed = formatShare(totals.baselineAnnual - open.baselineAnnual, totals.baselineAnnual);
  return `${placed} of cost placed, ${formatCounted(open.apps, 'app')} ${unallocatedLabel}`;
}

/** People are known only where their use was read; a field that no record holds cannot be read at all. */
function Unplaced({ view, snapshot }: { view: View; snapshot: boolean }): ReactNode {
  const { label, entity } = view;
  return (
    <span>
      {label}:{' '}
      {entity === 'user' && !snapshot ? (
        <Link href={formatRoute({ destination: 'data' })}>read app users first</Link>
      ) : (
        'not known of any app'
      )}
    </span>
  );
}

/** Says whose figures these are and how much of the cost can be placed at all. */
export function SliceNotice(): ReactNode {
  const results = useResults();
  const show = useShowSlice();
  const view = results.mapping.organizationalView;
  const asked = useSessionState((state) => state.settings.slice);
  if (!view || asked === null) return null;
  const slice = shownSlice(results, asked);
  return (
    <div className="notices">
      <NoticeBox
        tone="neutral"
        sentence={
          slice === null ? absent(asked, results.awaited.length > 0) : sentenceOf(slice, view, results)
        }
        action={slice === null ? absenceOf(view) : allocationOf(results) + coverageOf(view, results.full)}
      >
        <p className="actions">
          <button type="button" className="button" onClick={() => show('')}>
            Show everything
          </button>
        </p>
      </NoticeBox>
    </div>
  );
}

/** An address may name a slice that these records do not have, or not yet. */
function absent(asked: string, mayCome: boolean): string {
  if (mayCome) return `Nothing read so far is known to belong to ${asked}, so everything read is shown.`;
  return `No cost is known to belong to ${asked}, so everything is shown.`;
}

function absenceOf({ entity }: View): string {
  return entity === 'user' ? 'It is known once app users are read: see Depth, under Data.' : '';
}

function shownSlice({ shown: analysis, full: whole }: Results, slice: string | null): string | null {
  return analysis === whole ? null : slice;
}

const placedBy: Readonly<Record<View['entity'], string>> = {
  app: 'a field of the app',
  contract: 'its contracts, by value',
  transaction: 'its transactions, by amount',
  user: 'the people who hold its seats',
};

function sentenceOf(slice: string, { unallocatedLabel }: View, { shown: analysis }: Results): string {
  const { apps, totals, currency } = analysis;
  const name = slice === unallocatedLabel ? 'no known part' : slice;
  const { baselineAnnual, partAnnual = baselineAnnual } = totals;
  const whole = partAnnual === baselineAnnual ? '' : ` of ${formatCompactMoney(baselineAnnual, currency)}`;
  return `Only ${name}: ${formatCounted(apps.length, 'app')}, ${formatCompactMoney(partAnnual, currency)}${whole} a year.`;
}

/** Only the cost of an app can be cut. */
function allocationOf({ shown: { totals } }: Results): string {
  return totals.partAnnual === totals.baselineAnnual
    ? ''
    : 'Seats, savings and contracts are those of whole apps that others share; they cannot be cut. ';
}

function coverageOf(view: View, { slices, totals, inputs }: Analysis): string {
  const open = slices.find(({ value }) => value === view.unallocatedLabel)?.baselineAnnual ?? 0;
  const known = formatShare(totals.baselineAnnual - open, totals.baselineAnnual);
  const small =
    view.entity === 'user'
      ? ` Groups of fewer than ${inputs.config.thresholds.smallGroup} people count as ${view.unallocatedLabel}.`
      : '';
  return `${view.label} is known for ${known} of the baseline, through ${placedBy[view.entity]}.${small}`;
}
