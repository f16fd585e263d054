/**
 * The notice deadlines that are still ahead, and the ends of contracts that end by themselves, as a
 * calendar (RFC 5545).
 *
 * In: an analysis. Out: one all-day event per contract, the same contract keeping its UID from run to
 * run, so that a calendar moves the event instead of doubling it. Where the contracts could not be read,
 * one event says so: an empty calendar would look like calm. Each deadline has an alarm 14 and 3 days before
 * it. No people. The time stamp
 * is that of the analysis date: the same analysis gives the same bytes.
 */
import { decisionDate } from '../../analysis/analyze.ts';
import type { Analysis, IsoDate, Minor, Renewal } from '../../analysis/contract.ts';
import { addDays, dayOf, isoOf } from '../../analysis/units.ts';
import { renderDate, renderMoney } from '../../analysis/facts.ts';
import { isUsable, labelsOf, labelSentence } from '../base/coverage.ts';

/** `on`: the last day for notice, or the end of a contract that does not renew. */
type Due = Renewal<Minor> & { readonly on: IsoDate };

/** @param notes shown in every event, such as that the data is invented */
export function deadlinesIcs(analysis: Analysis, notes: readonly string[] = []): string {
  const { engine, inputs } = analysis;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${engine.name}//${engine.version}//EN`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${text(`Notice deadlines, ${inputs.mapping.tenant}`)}`,
    ...(isUsable(analysis, 'contracts') ? [] : unknownEvent(analysis, notes)),
    ...deadlinesAhead(analysis).flatMap((renewal) => eventOf(renewal, analysis, notes)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

/** Contracts about which something can still be decided by a day, soonest first; what another one renews is settled. */
export function deadlinesAhead({ renewals, asOf }: Analysis): Due[] {
  return renewals
    .flatMap((renewal) => {
      const on = decisionDate(renewal);
      return on === null || on < asOf ? [] : [{ ...renewal, on }];
    })
    .toSorted((a, b) => dayOf(a.on) - dayOf(b.on) || a.contractId - b.contractId);
}

function eventOf(renewal: Due, analysis: Analysis, notes: readonly string[]): string[] {
  const { contractId, on, appName, name, bucket } = renewal;
  const summary = `${bucket === 'ends' ? 'Ends by itself' : 'Notice deadline'}: ${appName ?? name}`;
  return allDay(analysis, {
    id: String(contractId),
    on,
    alarms: alarmDays.flatMap((days) => alarmOf(days, summary)),
    summary,
    words: [...wordsOf(renewal, analysis), ...notes],
  });
}

/** Days before the last safe date: time to prepare, and time to act. */
const alarmDays = [14, 3];

function alarmOf(days: number, summary: string): string[] {
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `TRIGGER:-P${days}D`,
    `DESCRIPTION:${text(`In ${days} days: ${summary}`)}`,
    'END:VALARM',
  ];
}

function unknownEvent(analysis: Analysis, notes: readonly string[]): string[] {
  return allDay(analysis, {
    id: 'unknown',
    on: analysis.asOf,
    alarms: [],
    summary: 'Notice deadlines unknown: the contracts could not be read',
    words: ['This calendar holds no deadlines, which does not mean that there are none.', ...notes],
  });
}

interface AllDay {
  /** The same from run to run. */
  readonly id: string;
  readonly on: IsoDate;
  readonly summary: string;
  readonly words: readonly string[];
  readonly alarms: readonly string[];
}

function allDay({ asOf, inputs }: Analysis, { id, on, summary, words, alarms }: AllDay): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:notice-${id}@${slug(inputs.mapping.tenant)}.saas-rationalization`,
    `DTSTAMP:${basic(asOf)}T000000Z`,
    `DTSTART;VALUE=DATE:${basic(on)}`,
    // The end is exclusive.
    `DTEND;VALUE=DATE:${basic(isoOf(addDays(dayOf(on), 1)))}`,
    `SUMMARY:${text(summary)}`,
    `DESCRIPTION:${text(words.join('\n'))}`,
    'TRANSP:TRANSPARENT',
    ...alarms,
    'END:VEVENT',
  ];
}

function wordsOf(
  { name, annualValue, savingAnnual, termEnd, autoRenew, noticeAssumed, bucket, ifMissed }: Due,
  analysis: Analysis,
): string[] {
  const value =
    annualValue === null ? 'annual value unknown' : `${renderMoney(annualValue, analysis.currency)} a year`;
  const end = termEnd === null ? 'no term end' : `term ends on ${renderDate(dayOf(termEnd))}`;
  const renews =
    autoRenew === null ? 'auto-renewal unknown' : autoRenew ? 'auto-renews' : 'does not auto-renew';
  return [
    `${name}: ${value}, ${end}, ${renews}.`,
    ...(savingAnnual === null || savingAnnual <= 0
      ? []
      : [`The plan saves ${renderMoney(savingAnnual, analysis.currency)} a year on it.`]),
    ...(bucket === 'ends' ? ['Nothing has to be canceled: sign only what is needed.'] : []),
    ...(autoRenew === null ? ['The deadline applies if the contract auto-renews.'] : []),
    ...(ifMissed === null ? [] : [missedWords(ifMissed, analysis.currency)]),
    ...(noticeAssumed ? ['The notice period is assumed, not recorded.'] : []),
    ...labelsOf(analysis).map(labelSentence),
    `As of ${renderDate(dayOf(analysis.asOf))}. Consider; nothing was changed in Torii.`,
  ];
}

function missedWords(
  { committedUntil, committedAmount, wasteAnnual }: NonNullable<Due['ifMissed']>,
  currency: string,
): string {
  const amount = committedAmount === null ? '' : ` ${renderMoney(committedAmount, currency)}`;
  const idle =
    wasteAnnual === null || wasteAnnual === 0
      ? ''
      : `; its idle seats cost ${renderMoney(wasteAnnual, currency)} a year`;
  return `Missing it commits${amount === '' ? ' you' : amount} until ${renderDate(dayOf(committedUntil))}${idle}.`;
}

function basic(date: IsoDate): string {
  return date.replaceAll('-', '');
}

function slug(name: string): string {
  return (
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'tenant'
  );
}

/** A TEXT value; other control signs have no place in it. */
function text(value: string): string {
  return value
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .replace(/[\\;,]/g, String.raw`\$&`)
    .replace(/\n/g, String.raw`\n`);
}

/** Octets of one line, its line break apart. */
const LINE = 75;

/** Long lines go on after a break and a space; a character is never cut. */
function foldLine(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > LINE) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}

/** Of a character in UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
