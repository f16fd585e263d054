import { analyze } from '../../../skill/analysis/analyze.ts';
import { analysisConfig, applyMapping } from '../../../skill/mapping/portfolio.ts';
import { parseMapping } from '../../../skill/mapping/mapping.ts';
import { baselineOf } from '../../../skill/report/snapshot.ts';
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Connect } from '../../../artifact/session/reading/connect.ts';
import type { OfferedTool } from '../../../skill/torii/base/bridge.ts';
import { createStage } from '../fetched-stage.ts';
import { approved, asOf, records, undiscovered } from '../stage.ts';
import { show } from './show.tsx';
import { person } from '../person.ts';

const { connect } = createStage();

const parsed = parseMapping(approved.mapping);
if (!parsed.ok) throw new Error('The demo mapping does not hold.');
const { mapping } = parsed;
const analysis = analyze(applyMapping(records, mapping), analysisConfig(mapping), asOf);

/** A connector that offers an action beside a read tool. */
const withWrites: Connect = async (options) => {
  const connection = await connect(options);
  return 'need' in connection
    ? connection
    : { ...connection, bridge: { ...connection.bridge, listTools: offersWrites } };
};

function offersWrites(): Promise<OfferedTool[]> {
  return Promise.resolve([{ name: 'list_apps' }, { name: 'run_workflow' }]);
}

function region(name: string): HTMLElement {
  return screen.getByRole('region', { name });
}

describe('the unknown budget', () => {
  it('says how much cannot be judged, and the cheapest way out of each gap; its figures open', async () => {
    await show({ configuration: approved, connect }, '#data');
    const text = region('Unknown budget').textContent ?? '';
    expect(text).toMatch(/\$[\d.]+k a year has no usage data or no date to leave/);
    expect(text).toMatch(
      /seats of 17 apps without usage data.*Connect single sign-on .* first for Cisco Webex/,
    );
    expect(text).toMatch(/without a known cost, in no total.*Import the expenses into Torii/);
    await person.click(within(region('Unknown budget')).getByRole('link', { name: '$49,140' }));
    expect(screen.getByRole('dialog')).toHaveTextContent('Seats of unknown usage × price of a seat');
  });
});

describe('a draft mapping', () => {
  it('asks at most five questions, and hands the answers over as places of the mapping', async () => {
    await show({ configuration: undiscovered, connect }, '#data');
    const mapping = within(region('Tenant mapping'));
    expect(mapping.getByRole('heading', { level: 3 })).toHaveTextContent(/^[1-5] questions? before/);
    const texts: string[] = [];
    for (const choice of mapping.getAllByRole('combobox')) {
      for (const answer of within(choice).getAllByRole('option')) {
        // oxlint-disable-next-line no-await-in-loop -- one answer after the other, as a person gives them
        await person.selectOptions(choice, answer);
        texts.push(mapping.getByLabelText<HTMLTextAreaElement>('Give this to Claude').value);
      }
    }
    const value = texts.find((text) => /Set these places first: .+ = /.test(text));
    expect(value).toBeDefined();
    expect(value).toContain('approved only when I say so');
  });

  it('asks nothing once it is approved, and says where it no longer fits', async () => {
    await show({ configuration: approved, connect }, '#data');
    expect(region('Tenant mapping')).not.toHaveTextContent('before it can be approved');
    expect(region('Tenant mapping')).toHaveTextContent(
      /2 differences .*check 1 app is in state “Parked by Audit”/,
    );
  });
});

describe('the read-only proof', () => {
  it('explains tools that are within reach and never called', async () => {
    await show({ configuration: approved, connect: withWrites }, '#data');
    const text = region('Read-only proof').textContent ?? '';
    expect(text).toMatch(/also offers tools that this page never calls.*run_workflow/);
    expect(text).toContain('Granted: 2 tools.');
    const row = within(region('Read-only proof')).getByRole('row', { name: /run_workflow/ });
    expect(row).toHaveTextContent(/run_workflow . refused.*not known.*yes0$/);
  });

  it('judges the list that set-up recorded, with its date', async () => {
    const offered = ['list_apps', 'update_user'].map((name) => ({ name, args: [], style: 'current' }));
    const mapping = { ...approved.mapping, connector: { tools: { capturedAt: '2026-11-20', offered } } };
    await show({ configuration: { ...approved, mapping }, connect }, '#data');
    expect(region('Read-only proof')).toHaveTextContent('Offered: 2 tools on Nov 20, 2026, at set-up.');
    const row = within(region('Read-only proof')).getByRole('row', { name: /update_user/ });
    expect(row).toHaveTextContent(/update_user . refused.*yes/);
  });

  it('counts the calls of the log, and names no tool as used that was not called', async () => {
    await show({ configuration: approved, connect }, '#data');
    const proof = within(region('Read-only proof'));
    const callsOf = (tool: string): string | null | undefined =>
      proof.getByRole('row', { name: new RegExp(`^${tool}`) }).lastElementChild?.textContent;
    expect(callsOf('list_apps')).toMatch(/[1-9]/);
    expect(callsOf('list_transactions')).toMatch(/0$/);
  });
});

describe('the run before', () => {
  const kept = baselineOf(analysis);
  const baseline = {
    ...kept,
    asOf: '2026-11-15',
    totals: { ...kept.totals, baselineAnnual: '560000.00' },
  };

  it('gives each total its change', async () => {
    await show({ configuration: { ...approved, baseline }, connect });
    expect(screen.getByRole('main')).toHaveTextContent(/Annual baseline\$566,638\+\$6,638 since Nov 15/);
    expect(screen.getByRole('main')).toHaveTextContent('unchanged since Nov 15');
  });

  it('is not compared where it is of another tenant', async () => {
    await show({ configuration: { ...approved, baseline: { ...baseline, tenant: 'Other' } }, connect });
    expect(screen.getByRole('main')).not.toHaveTextContent('since Nov 15');
  });

  it('is a problem of the configuration where it is no baseline', async () => {
    await show({ configuration: { ...approved, baseline: { asOf: 3 } }, connect });
    expect(screen.getByRole('main')).toHaveTextContent(
      'This is not the content of baseline.json: schemaVersion',
    );
  });
});

describe('sharing', () => {
  it('is explained before it is done: who needs what for a live page, what a snapshot holds', async () => {
    await show({ configuration: approved, connect });
    await person.click(screen.getByRole('button', { name: 'Export' }));
    const text = region('Export').textContent ?? '';
    expect(text).toMatch(/LiveAnyone who opens it needs Torii connected.*SnapshotToday’s figures, dated/);
    expect(text).toContain('published without any grant');
  });
});
