import { useMemo, useState, type ReactNode } from 'react';
import { dueIn } from '../../../../skill/analysis/analyze.ts';
import type { Analysis } from '../../../../skill/analysis/contract.ts';
import {
  type InboxItem as Item,
  inboxOf,
  noneToTake,
  spokenText,
  withoutContracts,
} from '../../../../skill/report/texts.ts';
import { Link } from '../../../parts/controls.ts';
import { useSheets } from '../../../parts/table.ts';
import { formatCounted, formatNearDate, formatWholeMoney } from '../../../parts/text.ts';
import { Section } from '../../../parts/layout.ts';
import { formatRoute } from '../../address.ts';
import { FilterBar } from '../../filter/filter-bar.tsx';
import type { Criterion } from '../../filter/filter.ts';
import { useFilter } from '../../filter/use-filter.ts';
import { hasRead, Provenance } from '../../completeness-badge.tsx';
import { useResults, useRoute } from '../../page-context.ts';
import { withParameters } from '../../router.ts';
import { appsLeaving, timeWords } from '../home/money-times.ts';
import { DecisionItem } from './decision-item.tsx';
import { inboxGroups, type InboxGroup } from './inbox-groups.ts';
import { inboxSheet } from './inbox-sheet.ts';
import { Undecided } from './undecided.tsx';

const fields: readonly Criterion[] = ['value', 'period', 'renews', 'owner', 'state', 'category', 'ai'];

/** What is at stake and what is saved are two sums, which the groups say. */
const noWorth = (): number => 0;

/** What must be decided, by when it is due; below it what can be saved but not decided yet. */
export function Inbox(): ReactNode {
  const results = useResults();
  const { shown: analysis } = results;
  const isDated = hasRead(results, 'contracts');
  const { when } = useRoute().parameters;
  const { items, leaving, leavingThen } = useItems(analysis, when);
  const filtered = useFilter('item', leavingThen);
  const { rows: chosen } = filtered;
  return (
    <>
      <Filed items={chosen} analysis={analysis} notes={filtered.notes} />
      <Section
        title="To decide"
        sentence={
          chosen.length === 0 && filtered.words !== ''
            ? 'No decision matches. Take a filter away.'
            : sentenceOf(chosen, analysis, isDated)
        }
        provenance={<Provenance sources={['apps', 'contracts']} />}
      >
        {leaving !== null && <Chosen when={when ?? ''} />}
        {items.length > 0 && (
          <FilterBar
            filtering={{ ...filtered, worth: noWorth }}
            fields={fields}
            noun={['decision', 'decisions']}
            periodLabel="Decide in"
          />
        )}
        {inboxGroups(chosen).map((group) => (
          <Group key={group.step} group={group} analysis={analysis} isDated={isDated} />
        ))}
      </Section>
      <Undecided leaving={leaving} />
    </>
  );
}

/** All that is to be decided, and of it what leaves the bill at the time that was chosen, if one was. */
function useItems(analysis: Analysis, when: string | undefined) {
  const leaving = useMemo(() => appsLeaving(analysis, when), [analysis, when]);
  const items = useMemo(() => inboxOf(analysis), [analysis]);
  const leavingThen = useMemo(
    () => (leaving === null ? items : items.filter(({ appId }) => appId !== null && leaving.has(appId))),
    [items, leaving],
  );
  return { items, leaving, leavingThen };
}

interface FiledProps {
  readonly items: readonly Item[];
  readonly analysis: Analysis;
  readonly notes: readonly string[];
}

/** Before the tables of the list's own parts, so that it comes first among what can be exported. */
function Filed({ items, analysis, notes }: FiledProps): null {
  useSheets(() => [{ ...inboxSheet(items, analysis), notes }]);
  return null;
}

/** Which part of the bar was chosen, and the way back to all. */
function Chosen({ when }: { readonly when: string }): ReactNode {
  const route = useRoute();
  const words = Object.entries(timeWords).find(([name]) => name === when)?.[1][1] ?? '';
  return (
    <p className="chosen">
      {`Only what ${words}. `}
      <Link href={formatRoute(withParameters(route, { when: null }))}>Show all decisions</Link>
    </p>
  );
}

function sentenceOf(items: readonly Item[], analysis: Analysis, isDated: boolean): string {
  if (items.length === 0) {
    return spokenText(isDated ? noneToTake(analysis) : withoutContracts(analysis), analysis.currency);
  }
  const open = `${formatCounted(items.length, 'decision')} to take${worthWords(items, analysis)}`;
  if (!isDated) return `${open}; by when cannot be said without the contracts.`;
  const [first] = items.flatMap(({ lastSafeDate }) => lastSafeDate ?? []).toSorted();
  return `${open}${first === undefined ? '' : `; the first by ${formatNearDate(first, analysis.asOf)}`}.`;
}

/** ", $40,305 a year at stake, saving $11,452" */
export function worthWords(items: readonly Item[], { currency }: Analysis): string {
  const { savingAnnual, atStakeAnnual } = dueIn(items);
  const isFloor = items.some(({ contractId, annualValue }) => contractId !== null && annualValue === null);
  const stake =
    atStakeAnnual === 0
      ? ''
      : `, ${isFloor ? 'at least ' : ''}${formatWholeMoney(atStakeAnnual, currency)} a year at stake`;
  return `${stake}${savingAnnual === 0 ? '' : `, ${formatWholeMoney(savingAnnual, currency)} a year to save`}`;
}

interface GroupProps {
  readonly group: InboxGroup;
  readonly analysis: Analysis;
  readonly isDated: boolean;
}

/** Shown of each group before the rest is asked for. */
const FIRST = 5;
const STEP = 50;

function Group({ group: { title, items }, analysis, isDated }: GroupProps): ReactNode {
  const [shown, setShown] = useState(FIRST);
  const hidden = items.slice(shown);
  return (
    <div className="inbox-group">
      <h3>
        {`${title} (${items.length})`}
        <span className="quiet">{worthWords(items, analysis)}</span>
      </h3>
      <ol className="findings">
        {items.slice(0, shown).map((item) => (
          <DecisionItem key={item.id} item={item} analysis={analysis} isDated={isDated} />
        ))}
      </ol>
      {hidden.length > 0 && (
        <p className="more">
          <button type="button" className="button button-quiet" onClick={() => setShown(shown + STEP)}>
            {`Show ${Math.min(STEP, hidden.length)} more`}
          </button>
          <span className="quiet">{` ${formatCounted(hidden.length, 'decision')} not shown${worthWords(hidden, analysis)}`}</span>
        </p>
      )}
    </div>
  );
}
