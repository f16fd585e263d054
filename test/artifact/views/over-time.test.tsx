import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { demoHistory } from '../../../artifact/page/demo-history.ts';
import type { PastRuns } from '../../../artifact/session/model/past-runs.ts';
import { demoMapping } from '../../../mocks/tenant/demo-mapping.ts';
import { parseMapping } from '../../../skill/mapping/files/check.ts';
import { snapshotText, takeSnapshot } from '../../../skill/report/snapshot/snapshot.ts';
import { handoverIn, parseHandover } from '../../../skill/report/handover/handover.ts';
import { createStage } from '../fetched-stage.ts';
import { approved, asOf, records } from '../stage.ts';
import { person } from '../person.ts';
import { show } from './show.tsx';

const { connect } = createStage();

function past(): PastRuns {
  const parsed = parseMapping(demoMapping(asOf));
  if (!parsed.ok) throw new Error('The mapping of the demo is not valid.');
  return demoHistory(records, parsed.mapping, asOf);
}

const { baseline, runs } = past();
const kept = { ...approved, baseline, history: runs };

async function choose(name: string, text: string): Promise<void> {
  const input = screen.getByLabelText(/Snapshot, baseline/);
  fireEvent.change(input, { target: { files: [new File([text], name)] } });
  await screen.findByText(new RegExp(`Compared with ${name}|cannot be compared`));
}

describe('over time', () => {
  it('says how to get it while there is one run only', async () => {
    await show({ configuration: approved, connect }, '#over-time');
    expect(screen.getByText(/This is the only run that this page knows/)).toBeInTheDocument();
    expect(screen.getByText(/Run the SaaS digest every week/)).toBeInTheDocument();
    expect(screen.queryByRole('img', { name: /run by run/ })).toBeNull();
    expect(screen.queryByRole('heading', { name: /What changed since/ })).toBeNull();
  });

  it('draws the runs that came with the page, and says the same in a table', async () => {
    await show({ configuration: kept, connect }, '#over-time');
    expect(
      screen.getByRole('img', { name: /Baseline, planned saving and verified saving/ }),
    ).toBeInTheDocument();
    const table = screen.getByRole('table', { name: 'Runs so far' });
    expect(within(table).getAllByRole('rowheader')).toHaveLength(runs.length + 1);
    const last = runs.at(-1)?.totals.baselineAnnual ?? '';
    const whole = Math.round(Number(last)).toLocaleString('en-US');
    expect(table.textContent).toContain(`$${whole}`);
  });

  it('lists what changed since the last run', async () => {
    await show({ configuration: kept, connect }, '#over-time');
    const section = screen.getByRole('region', { name: /What changed since/ });
    expect(within(section).getAllByRole('listitem').length).toBeGreaterThan(1);
    expect(section.textContent).toMatch(/The baseline is (at least )?\$[\d,]+ a year, after/);
    expect(section.textContent).toContain('last run that came with this page');
  });

  it('compares with a baseline, a record and a snapshot that are chosen, and back again', async () => {
    await show({ configuration: approved, connect }, '#over-time');
    await choose(
      'baseline.json',
      JSON.stringify({ ...baseline, totals: { ...baseline?.totals, baselineAnnual: '1.00' } }),
    );
    expect(screen.getByRole('region', { name: /What changed since/ }).textContent).toMatch(/after .*\$1\./);
    await choose('2026-06-25.json', JSON.stringify(runs[0]));
    expect(screen.getByText(/Compared with 2026-06-25/)).toBeInTheDocument();
    const read = takeSnapshot({
      ...records,
      completeness: records.completeness.map((entry) => ({
        ...entry,
        fetchedAt: '2026-11-01T09:00:00.000Z',
      })),
    });
    await choose('snapshot.json', snapshotText(read));
    expect(screen.getByRole('heading', { name: /What changed since Nov 1/ })).toBeInTheDocument();
    await person.click(screen.getByRole('button', { name: /Compare with the last run again/ }));
    expect(screen.queryByRole('heading', { name: /What changed since/ })).toBeNull();
  });

  it.each([
    ['no JSON', 'hello', 'not JSON of this product'],
    ['another file', '{"kind":"other"}', 'kind'],
    ['a later run', JSON.stringify({ ...baseline, asOf: '2027-01-01' }), 'after 2026-11-22'],
    ['an unknown key', JSON.stringify({ ...baseline, extra: 1 }), '"extra" is not a known key'],
  ])('refuses %s, and says why', async (_, text, why) => {
    await show({ configuration: approved, connect }, '#over-time');
    await choose('other.json', text);
    expect(screen.getByText(/cannot be compared with/).textContent).toContain(why);
    expect(screen.queryByRole('heading', { name: /What changed since/ })).toBeNull();
  });

  it('says on a run of another tenant that nothing is compared', async () => {
    await show({ configuration: approved, connect }, '#over-time');
    await choose('baseline.json', JSON.stringify({ ...baseline, tenant: 'Another' }));
    expect(screen.getByText(/of another tenant, so nothing is compared/)).toBeInTheDocument();
  });

  it('names a run of the configuration that cannot be read', async () => {
    await show({ configuration: { ...approved, history: [{ kind: 'x' }] }, connect });
    expect(document.body.textContent).toContain('history.0');
  });
});

describe('Hand to Claude', () => {
  it('is a block that the script takes, with what changed since the last run and no person', async () => {
    const opened = Date.now();
    await show({ configuration: kept, connect });
    await person.click(screen.getByRole('button', { name: 'Export' }));
    await person.click(screen.getByRole('button', { name: 'For a chat: Hand to Claude' }));
    const box = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Hand to Claude' });
    expect(box.value).toContain('brief --handover');
    const parsed = parseHandover(handoverIn(box.value));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const { digest, run, about } = parsed.handover;
    expect(digest.since).toBe(runs.at(-1)?.asOf);
    expect(digest.history?.rows).toHaveLength(4);
    expect(run.asOf).toBe(asOf);
    const readAt = Date.parse(about.readAt ?? '');
    expect(readAt).toBeGreaterThanOrEqual(opened);
    expect(readAt).toBeLessThanOrEqual(Date.now());
    expect(box.value).not.toMatch(/@/);
  });
});
