import '../theme/plan.css';
import type { ReactNode } from 'react';
import type { Analysis } from '../../skill/analysis/contract.ts';
import type { TenantMapping } from '../../skill/mapping/mapping.ts';
import { counted, share } from '../parts/count.ts';
import { compactMoney } from '../parts/money.ts';
import { Link } from '../parts/link.tsx';
import { Notice } from '../parts/notice.tsx';
import type { Session } from '../session/session.ts';
import { isSnapshot, type Picture, type SessionState } from '../session/state.ts';

interface Props {
  readonly session: Session;
  readonly state: SessionState;
}

type View = NonNullable<TenantMapping['organizationalView']>;

/** The slice in view; absent where the mapping names no Organizational View. */
export function SliceChoice({ session, state }: Props): ReactNode {
  const { picture, lens } = state;
  const view = picture?.mapping.organizationalView;
  if (!picture || !view) return null;
  const { slices, currency } = picture.whole;
  if (slices.every(({ value }) => value === view.unallocatedLabel))
    return <Unplaced view={view} snapshot={isSnapshot(state)} />;
  return (
    <label className="slice">
      {view.label}{' '}
      <select
        className="choice"
        value={shownSlice(picture, lens.slice) ?? ''}
        onChange={({ currentTarget: { value } }) => session.showSlice(value === '' ? null : value)}
      >
        <option value="">all</option>
        {slices.map(({ value, baselineAnnual }) => (
          <option key={value} value={value}>
            {`${value}, ${compactMoney(baselineAnnual, currency)}`}
          </option>
        ))}
      </select>
    </label>
  );
}

/** People are known only where their use was read; a field that no record holds cannot be read at all. */
function Unplaced({ view, snapshot }: { view: View; snapshot: boolean }): ReactNode {
  const { label, entity } = view;
  return (
    <span>
      {label}:{' '}
      {entity === 'user' && !snapshot ? <Link href="#/data">deepen to slice</Link> : 'not known of any app'}
    </span>
  );
}

/** Says whose figures these are and how much of the cost can be placed at all. */
export function SliceNotice({ session, state, picture }: Props & { readonly picture: Picture }): ReactNode {
  const view = picture.mapping.organizationalView;
  const slice = shownSlice(picture, state.lens.slice);
  if (!view || slice === null) return null;
  return (
    <div className="notices">
      <Notice
        tone="neutral"
        sentence={sentenceOf(slice, view, picture)}
        action={allocationOf(slice, picture) + coverageOf(view, picture.whole)}
      >
        <p className="actions">
          <button type="button" className="button" onClick={() => session.showSlice(null)}>
            Show everything
          </button>
        </p>
      </Notice>
    </div>
  );
}

function shownSlice({ analysis, whole }: Picture, slice: string | null): string | null {
  return analysis === whole ? null : slice;
}

const placedBy: Readonly<Record<View['entity'], string>> = {
  app: 'a field of the app',
  contract: 'its contracts, by value',
  transaction: 'its transactions, by amount',
  user: 'the people who hold its seats',
};

function sentenceOf(slice: string, { unallocatedLabel }: View, { analysis }: Picture): string {
  const { apps, totals, currency } = analysis;
  const name = slice === unallocatedLabel ? 'no known part' : slice;
  return `Only ${name}: ${counted(apps.length, 'app')}, ${compactMoney(totals.baselineAnnual, currency)} a year.`;
}

/** An app of several slices is shown whole; only the allocated part is the slice's own. */
function allocationOf(slice: string, { analysis, whole }: Picture): string {
  const own = whole.slices.find(({ value }) => value === slice)?.baselineAnnual ?? 0;
  if (own === analysis.totals.baselineAnnual) return '';
  return `Apps with a part in it are shown whole; ${compactMoney(own, whole.currency)} of their cost is allocated to it. Seats and savings cannot be cut. `;
}

function coverageOf(view: View, { slices, totals, inputs }: Analysis): string {
  const open = slices.find(({ value }) => value === view.unallocatedLabel)?.baselineAnnual ?? 0;
  const known = share(totals.baselineAnnual - open, totals.baselineAnnual);
  const small =
    view.entity === 'user'
      ? ` Groups of fewer than ${inputs.config.thresholds.smallGroup} people count as ${view.unallocatedLabel}.`
      : '';
  return `${view.label} is known for ${known} of the baseline, through ${placedBy[view.entity]}.${small}`;
}
