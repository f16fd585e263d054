import { useState, type ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { actionSentence, explain, type ToolFailure } from '../../../skill/torii/failure.ts';
import { formatCompactMoney, formatCount, formatCounted, formatShare } from '../../parts/text.ts';
import { NoticeBox, Progress, Section } from '../../parts/layout.ts';
import { NumberField } from '../../parts/controls.ts';
import { estimateDetailCost, listAppsWithoutDetail, type DetailCost } from '../../session/detail.ts';
import { isSnapshot, type DetailProgress } from '../../session/state.ts';
import { useResults } from '../page-context.ts';
import { useSession, useSessionState } from '../../session/session.ts';

/** Apps offered to begin with: about a minute of calls on the tightest host. */
const FIRST = 15;

/** What the seats rest on, and what it would cost in calls and minutes to rest more of them on user rows. */
export function DepthSection(): ReactNode {
  const { shown: analysis } = useResults();
  const { depth, detail, isFixed } = useSessionState((state) => ({
    depth: state.settings.depth,
    detail: state.detail,
    isFixed: isSnapshot(state),
  }));
  const [wanted, setWanted] = useState(FIRST);
  const [failure, setFailure] = useState<ToolFailure | null>(null);
  return (
    <Section title="Depth" sentence={sentenceOf(analysis, depth.appIds.length)}>
      {failure && failure.kind !== 'cancelled' && (
        <NoticeBox
          tone="caution"
          sentence={explain(failure.kind).sentence}
          action={actionSentence(failure.action)}
        />
      )}
      {detail ? (
        <DetailReading detail={detail} />
      ) : (
        !isFixed && <DetailOffer wanted={wanted} onWanted={setWanted} onOutcome={setFailure} />
      )}
      <p className="provenance">
        {isFixed
          ? 'A snapshot carries no rows of people, so who uses what cannot be read here.'
          : 'Who uses what is read for counting alone: names are not kept. Refresh goes back to counts only.'}
      </p>
    </Section>
  );
}

interface DetailOfferProps {
  /** How many apps, as far as there are so many. */
  readonly wanted: number;
  readonly onWanted: (wanted: number) => void;
  /** Null when a reading begins, and when it has gone well. */
  readonly onOutcome: (failure: ToolFailure | null) => void;
}

/** How many apps to read, the most expensive first, and what that costs. */
function DetailOffer({ wanted, onWanted, onOutcome }: DetailOfferProps): ReactNode {
  const session = useSession();
  const results = useResults();
  const { appIds, host, phase } = useSessionState((state) => ({
    appIds: state.settings.depth.appIds,
    host: state.host,
    phase: state.phase,
  }));
  const { shown: analysis } = results;
  const candidates = listAppsWithoutDetail(analysis, appIds);
  if (candidates.length === 0) return null;
  const chosen = candidates.slice(0, wanted);
  const cost = estimateDetailCost(chosen, results, host);
  const read = async (): Promise<void> => {
    onOutcome(null);
    onOutcome(await session.readDetail(chosen.map(({ id }) => id)));
  };
  return (
    <>
      <NumberField
        label="Apps to read, largest cost first"
        value={String(Math.min(wanted, candidates.length))}
        otherwise={String(FIRST)}
        max={candidates.length}
        onValue={(text) => onWanted(text === '' ? FIRST : Number(text))}
      />
      <p className="sentence">{offerOf(chosen, cost, analysis)}</p>
      <p className="actions">
        <button
          type="button"
          className="button button-main"
          disabled={phase !== 'ready' || chosen.length === 0}
          onClick={() => void read()}
        >
          {`Read who uses what (${formatCounted(cost.calls, 'call')}, ${cost.minutes} min)`}
        </button>
      </p>
    </>
  );
}

/** @param asked apps whose rows were read */
function sentenceOf({ apps, depth }: Analysis, asked: number): string {
  const seated = apps.filter(({ seats }) => seats !== null).length;
  if (seated === 0) return 'No app has license counts, so there is nothing to read.';
  if (asked === 0) {
    return `Counts only: in all ${formatCounted(seated, 'app')} with license counts, Torii’s own threshold decides who is inactive, and who has left is not known.`;
  }
  const unaccounted = asked - depth.apps;
  const rest =
    unaccounted === 0
      ? ''
      : ` ${formatCounted(unaccounted, 'app that was read stays', 'apps that were read stay')} counts only: the rows do not account for every assigned seat.`;
  return `${formatCount(depth.apps)} of ${formatCounted(seated, 'app')} with license counts, with ${formatShare(depth.costShare, 1)} of the baseline, are judged by their user rows.${rest}`;
}

function offerOf(
  chosen: readonly Analysis['apps'][number][],
  { calls, minutes, perMinute }: DetailCost,
  { currency }: Analysis,
): string {
  const worth = chosen.reduce((sum, { costAnnual }) => sum + (costAnnual ?? 0), 0);
  const pace = perMinute === null ? 'within Torii’s own limits' : `at ${perMinute} calls a minute`;
  return `People and the users of ${formatCounted(chosen.length, 'app')} that cost ${formatCompactMoney(worth, currency)} a year: about ${formatCounted(calls, 'call')} and ${formatCounted(minutes, 'minute')}, ${pace}.`;
}

function DetailReading({ detail }: { detail: DetailProgress }): ReactNode {
  const session = useSession();
  const { done, apps, pages, rows } = detail;
  const text = `${formatCount(done)} of ${formatCounted(apps, 'app')}, ${formatCounted(pages, 'page')}, ${formatCounted(rows, 'row')}`;
  return (
    <>
      <Progress lines={[{ label: 'App users', text, share: done / apps }]} />
      <p className="actions">
        <button type="button" className="button" onClick={() => session.stopReadingDetail()}>
          Stop, and keep what is read
        </button>
      </p>
    </>
  );
}
