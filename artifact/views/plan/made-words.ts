import type { Analysis } from '../../../skill/analysis/contract.ts';
import { formatCounted } from '../../parts/text.ts';
import type { MadeDecision, MadeEdit } from '../../session/what-if.ts';

/** A plan edit in words: the app, and what is to become of it. */
export function editWords(edit: MadeEdit, analysis: Analysis): string {
  const { appId, action, survivorId, seatTarget, tierPrice, pricePercent, projectedAnnual, oneTime } = edit;
  const { currency } = analysis;
  const parts = [
    ...(action === 'retire' ? ['retire'] : []),
    ...(survivorId === undefined ? [] : [`replace by ${nameOf(survivorId, analysis)}`]),
    ...(seatTarget === undefined ? [] : [`keep ${formatCounted(seatTarget, 'seat')}`]),
    ...(tierPrice === undefined ? [] : [`${tierPrice} ${currency} a seat`]),
    ...(pricePercent === undefined ? [] : [`ask for ${pricePercent}% off`]),
    ...(projectedAnnual === undefined ? [] : [`quoted at ${projectedAnnual} ${currency} a year`]),
    ...(oneTime === undefined ? [] : [`one-time cost ${oneTime} ${currency}`]),
  ];
  return `${nameOf(appId, analysis)}: ${parts.length === 0 ? 'accepted as proposed' : parts.join(', ')}`;
}

/** A decision in words: the app, or the finding and its app, and the verdict. */
export function decisionWords({ finding, appId, verdict, until }: MadeDecision, analysis: Analysis): string {
  const about = analysis.findings.find(({ id }) => id === finding);
  const subject = appId ?? about?.appId ?? null;
  const parts = [
    ...(subject === null ? [] : [nameOf(subject, analysis)]),
    ...(finding === undefined ? [] : [(about?.type ?? finding).replaceAll('-', ' ')]),
  ];
  const words = until === undefined ? verdict.replaceAll('-', ' ') : `snoozed until ${until}`;
  return `${parts.join(', ')}: ${words}`;
}

function nameOf(appId: number, { apps }: Analysis): string {
  return apps.find(({ id }) => id === appId)?.name ?? `App ${appId}`;
}
