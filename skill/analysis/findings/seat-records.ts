/** Records of seats or of people that contradict each other: what to find out, never money. */
import type { AssessedApp } from '../base/assessed.ts';
import { renderCount } from '../facts/render.ts';
import type { Gathering } from './gathering.ts';
import { countWords, seatWords } from './wording.ts';

export function findSeatRecords(app: AssessedApp, gathering: Gathering): void {
  if (app.seats === null) return;
  findContradictory(app, gathering);
  findDisagreement(app, gathering);
  findRowsProblem(app, gathering);
}

const rows =
  'The people read for this app do not account for every assigned seat, so the counts of the license record are used.';

function findContradictory(app: AssessedApp, { add }: Gathering): void {
  const accounts = app.seats?.contradictory ?? 0;
  if (accounts === 0) return;
  const { id } = app.app;
  const fact = `finding/contradictory-usage:app-${id}:people/seats`;
  add({
    type: 'contradictory-usage',
    subject: `app-${id}`,
    rule: 'people',
    appId: id,
    score: 1,
    seats: accounts,
    evidence: [fact],
    blockers: ['Verify who has left: the records contradict each other.'],
    action: [
      'Verify ',
      ...countWords(accounts, fact, 'account'),
      `: by one record ${accounts === 1 ? 'its holder has' : 'their holders have'} left, by another record or a recent visit not.`,
    ],
  });
}

function findDisagreement(app: AssessedApp, { add }: Gathering): void {
  const disagreement = app.seats?.disagreement ?? null;
  if (disagreement === null) return;
  const { contracted, licensed, contractIds } = disagreement;
  const { id } = app.app;
  const [only, ...others] = contractIds;
  const byContract = `app/${id}/seats/contracted`;
  const byLicenses = `finding/seats-disagree:app-${id}:contract-and-licenses/seats`;
  add({
    type: 'seats-disagree',
    subject: `app-${id}`,
    rule: 'contract-and-licenses',
    appId: id,
    contractId: others.length === 0 ? (only ?? null) : null,
    score: 1,
    seats: licensed,
    evidence: [byContract, byLicenses, ...contractIds.map((contract) => `renewal/${contract}/name`)],
    action: [
      'Find out which count is right: contracts record ',
      ...seatWords(contracted, byContract),
      ', the licenses ',
      { text: renderCount(licensed), fact: byLicenses },
      '.',
    ],
  });
}

/** What the deeper look could not use, and why; empty where there was no deeper look. */
function findRowsProblem(app: AssessedApp, gathering: Gathering): void {
  const problem = app.seats?.rowsProblem ?? null;
  if (problem === null) return;
  addNote(app, 'people', problem.kind === 'names' ? `${rows} ${namesText(problem.names)}` : rows, gathering);
}

/** Names shown in one finding. */
const shown = 5;

function namesText(names: readonly string[]): string {
  const quoted = names.slice(0, shown).map((name) => `“${name}”`);
  const more = names.length > shown ? ' and others' : '';
  return `No license line is called ${quoted.join(', ')}${more}: compare the names in Torii.`;
}

function addNote(app: AssessedApp, rule: string, action: string, { add }: Gathering): void {
  const { id } = app.app;
  add({
    type: 'seats-disagree',
    subject: `app-${id}`,
    rule,
    appId: id,
    score: 1,
    evidence: [`app/${id}/seats/purchased`, `app/${id}/seats/assigned`],
    action,
    informs: true,
  });
}
