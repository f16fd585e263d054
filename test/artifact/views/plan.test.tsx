import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { leversOf } from '../../../skill/analysis/base/lever-sums.ts';
import { savingBySource } from '../../../artifact/views/plan/plan-figures.tsx';
import { planRows } from '../../../artifact/views/plan/plan-rows.ts';
import { analyze } from '../../../skill/analysis/stages/analyze.ts';
import type { PlanEdit } from '../../../skill/analysis/base/contract.ts';
import { applyMapping } from '../../../skill/mapping/apply/apply.ts';
import { parseMapping } from '../../../skill/mapping/files/check.ts';
import { analysisConfig } from '../../../skill/mapping/apply/config.ts';
import { parseDecisions } from '../../../skill/mapping/files/decisions-file.ts';
import { createStage } from '../fetched-stage.ts';
import { approved, asOf, records } from '../stage.ts';
import { show } from './show.tsx';
import { fill, person } from '../person.ts';

const parsed = parseMapping(approved.mapping);
if (!parsed.ok) throw new Error('The demo mapping does not hold.');
const portfolio = applyMapping(records, parsed.mapping);
const config = analysisConfig(parsed.mapping);
const made = { by: 'A', at: asOf };
const plain = analyze(portfolio, config, asOf);
const [first, second, third] = planRows(plain).map(({ appId }) => appId);

/** By typing, as every app of a long list is chosen. */
async function chooseApp(field: string, name: string): Promise<void> {
  await fill(screen.getByRole('combobox', { name: field }), name);
  const [first] = screen.getAllByRole('option', { name: new RegExp(`^${name}`) });
  await person.click(first ?? document.body);
}

describe('the levers and the apps of a plan', () => {
  const edits: PlanEdit[][] = [
    [],
    [{ appId: first!, action: 'retire', oneTime: 100, ...made }],
    [
      { appId: first!, action: 'replaceBy', survivorId: second!, ...made },
      { appId: third!, action: 'keep', pricePercent: 12.5, seatTarget: 3, ...made },
    ],
  ];
  it.each(edits.map((list) => [list]))('add up to the hard saving, to the cent', (list) => {
    const analysis = analyze(portfolio, config, asOf, list);
    const { hardSavingAnnual, baselineAnnual, projectedAnnual } = analysis.totals;
    const byLever = leversOf(analysis).reduce((total, { hardAnnual }) => total + hardAnnual, 0);
    const byApp = planRows(analysis).reduce((total, { saving }) => total + (saving ?? 0), 0);
    const { rules, person } = savingBySource(analysis);
    expect([byLever, byApp, rules + person]).toEqual(Array(3).fill(hardSavingAnnual));
    expect(hardSavingAnnual).toBe(baselineAnnual - projectedAnnual);
  });
});

function rows(): HTMLElement[] {
  return within(screen.getByRole('table', { name: /Plan per app/ })).getAllByRole('row');
}

describe('the plan destination', () => {
  beforeEach(() => show({ configuration: approved, connect: createStage().connect }, '#plan'));

  it('draws its steps as one stop, of which the arrow keys reach each, and each opens its lineage', async () => {
    const steps = within(screen.getByRole('group', { name: /step by step/ })).getAllByRole('link');
    expect(steps.length).toBe(leversOf(plain).length + 2);
    steps[0]?.focus();
    await person.keyboard('{ArrowDown}'.repeat(steps.length - 1));
    expect(steps.at(-1)).toHaveFocus();
    expect(steps.map((step) => step.getAttribute('tabindex')).join()).toMatch(/^(-1,)+0$/);
    await person.click(steps[1] ?? document.body);
    const [, amount] = /: [−+](.+)$/.exec(steps[1]?.getAttribute('aria-label') ?? '') ?? [];
    expect(document.querySelector('.lineage-value')?.textContent?.startsWith(amount ?? '')).toBe(true);
  });

  it('says what the plan takes off, and that nobody has accepted it', () => {
    expect(screen.getByRole('main')).toHaveTextContent(
      /The plan takes \$[\d.]+k a year off \$[\d.]+k: proposed by rules, none accepted/,
    );
  });

  it('accepts, undoes and rejects what the rules propose, and says so in the masthead', async () => {
    const before = rows().length;
    await person.click(screen.getAllByRole('button', { name: /^Accept/ })[0]!);
    expect(screen.getByText(/what-if: 1 app planned/)).toBeDefined();
    expect(rows()[1]).toHaveTextContent('accepted');
    await person.click(screen.getAllByRole('button', { name: /^Undo/ })[0]!);
    expect(screen.queryByText(/what-if:/)).not.toBeInTheDocument();
    await person.click(screen.getAllByRole('button', { name: /^Reject/ })[0]!);
    expect(screen.getByRole('main')).toHaveTextContent('rejected');
    expect(rows().length).toBeLessThanOrEqual(before);
    await person.click(screen.getByRole('button', { name: 'Reset' }));
    expect(screen.queryByText(/what-if:/)).not.toBeInTheDocument();
  });

  it('works an assumption out at once, and refuses what is no number', async () => {
    const buffer = screen.getByLabelText('Buffer, %');
    await fill(buffer, '50');
    expect(screen.getByRole('main')).toHaveTextContent(/less than without the changes on this page/);
    await person.type(buffer, 'x');
    expect(buffer).toHaveAttribute('aria-invalid', 'true');
    expect(screen.getByText(/what-if: right-sizing at 50%/)).toBeDefined();
    await fill(buffer, '');
    expect(screen.queryByText(/what-if:/)).not.toBeInTheDocument();
  });

  it('plans one app: retire, then a price ask with a one-time cost', async () => {
    await person.click(screen.getAllByRole('button', { name: /^Change/ })[0]!);
    await person.selectOptions(screen.getByLabelText('Action'), 'retire');
    expect(screen.getByRole('main')).toHaveTextContent('retiring it');
    await person.selectOptions(screen.getByLabelText('Action'), 'keep');
    await fill(screen.getByLabelText('Lower price, % off'), '10');
    await fill(screen.getByLabelText('One-time cost, USD'), '1200.50');
    expect(screen.getByRole('main')).toHaveTextContent('asking for the lower price');
    expect(screen.getByTitle('$1,200.50')).toBeDefined();
    expect(screen.queryByText('A check on these figures does not hold.')).not.toBeInTheDocument();
  });

  it('shows the saving at every utilization, and moves along the curve', async () => {
    const slider = screen.getByRole('slider', { name: 'Target utilization' });
    expect(slider).toHaveAttribute('aria-valuetext', expect.stringMatching(/^91%, saves \$[\d,]+ a year$/));
    fireEvent.change(slider, { target: { value: '80' } });
    const saves = /^80%, saves (\$[\d,]+) a year$/.exec(slider.getAttribute('aria-valuetext') ?? '')?.[1];
    const table = screen.getByRole('table', { name: /by the utilization aimed at/, hidden: true });
    await within(table).findByText('100%', undefined, { timeout: 10_000 });
    expect(within(table).getByText('80%').closest('tr')).toHaveTextContent(saves ?? 'no saving');
  });

  it('carries the buffer over to a utilization, and back', async () => {
    const before = hardSaving();
    await person.selectOptions(screen.getByLabelText('Right-sizing by'), 'Target utilization');
    const percent = screen.getByLabelText('Utilization, %');
    expect(percent).toHaveValue('91');
    await fill(percent, '0');
    expect(screen.getByText('A whole number from 1 to 100.')).toBeInTheDocument();
    await fill(percent, '');
    expect(screen.getByRole('slider')).toHaveAttribute('aria-valuetext', expect.stringMatching(/^91%/));
    await person.selectOptions(screen.getByLabelText('Right-sizing by'), 'Buffer');
    expect(hardSaving()).toBe(before);
    expect(screen.queryByText(/what-if:/)).not.toBeInTheDocument();
  });

  it('says what a move changes in each app, and what is left of it', async () => {
    await chooseApp('Plan an app', 'monday.com');
    await chooseApp('Replace by', 'Asana');
    expect(screen.getByRole('main')).toHaveTextContent(
      'Net: the plan saves $5,713 less a year with this move. It is not worth it for the money alone.',
    );
    const card = screen.getByRole('table', { name: /What this move changes/ });
    expect(within(card).getByRole('row', { name: /Asana.*Seats added elsewhere/ })).toHaveTextContent(
      '−$945',
    );
  });

  it('reads a plan that adds cost as one', async () => {
    await chooseApp('Plan an app', 'Salesforce');
    await fill(screen.getByLabelText('Quoted cost, USD a year'), '900000');
    expect(screen.getByRole('main')).toHaveTextContent(
      /The plan adds \$744k a year to \$567k: .* proposed by rules, \$817k added by a person\./,
    );
  });

  it('replaces an app by a survivor', async () => {
    await person.click(screen.getAllByRole('button', { name: /^Change/ })[0]!);
    await chooseApp('Replace by', 'Slack');
    expect(screen.getByRole('main')).toHaveTextContent('replacing it by Slack');
  });

  it('hands decisions and edits back in the form of decisions.json', async () => {
    await person.click(screen.getAllByRole('button', { name: /^Accept/ })[0]!);
    await person.click(screen.getAllByRole('button', { name: /^Reject/ })[0]!);
    await fill(screen.getByLabelText('Your name, for the record'), 'Ada');
    const text = screen.getByLabelText<HTMLTextAreaElement>('Give this to Claude').value;
    const file: unknown = JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
    const checked = parseDecisions(file);
    expect(checked.ok && [checked.decisions.edits.length, checked.decisions.decisions.length]).toEqual([
      1, 1,
    ]);
    expect(checked.ok && checked.decisions.edits[0]?.by).toBe('Ada');
  });
});

/** Exact, as its title says. */
function hardSaving(): string | null | undefined {
  const label = screen.getByText('Leaves the bill, a full year');
  return label.parentElement?.querySelector('.kpi-value a')?.getAttribute('title');
}

const salesforce = 1012;
const withDecisions = {
  ...approved,
  decisions: {
    schemaVersion: 1,
    tenant: approved.mapping.tenant.name,
    edits: [{ appId: salesforce, action: 'keep', projectedAnnual: '60000.10', by: 'Ada', at: asOf }],
    decisions: [{ appId: 1005, verdict: 'rejected', by: 'Ada', at: asOf }],
  },
};

describe('a price or a quote for one app', () => {
  it.each([
    ['Quoted cost, USD a year', '60000.10', 'quoted at 60000.10 USD a year'],
    ['Price of a seat, USD a year', '1000.25', '1000.25 USD a seat'],
  ])('%s moves the ledger, which still adds up', async (label, amount, words) => {
    await show({ configuration: approved, connect: createStage().connect }, '#plan');
    const before = hardSaving();
    await person.click(screen.getAllByRole('button', { name: /^Change\s*Salesforce/ })[0]!);
    await fill(screen.getByLabelText(label), amount);
    expect(hardSaving()).not.toBe(before);
    expect(screen.getByRole('main')).toHaveTextContent(words);
    expect(screen.queryByText('A check on these figures does not hold.')).not.toBeInTheDocument();
    await fill(screen.getByLabelText(label), '');
    await person.click(screen.getAllByRole('button', { name: 'Undo' })[0]!);
    expect(hardSaving()).toBe(before);
  });
});

describe('what came with the page', () => {
  it('can be taken back entry by entry, and the ledger follows to the cent', async () => {
    await show({ configuration: approved, connect: createStage().connect }, '#plan');
    const plainSaving = hardSaving();
    cleanup();
    await show({ configuration: withDecisions, connect: createStage().connect }, '#plan');
    const decided = hardSaving();
    expect(decided).not.toBe(plainSaving);
    const before = within(screen.getByRole('region', { name: 'Decided before' }));
    await person.click(before.getByRole('button', { name: /^Remove\s*Salesforce: quoted/ }));
    await person.click(before.getByRole('button', { name: /^Remove\s*Zoom Workplace: rejected/ }));
    expect(hardSaving()).toBe(plainSaving);
    expect(screen.getByText(/what-if: 2 entries removed/)).toBeDefined();
    const { value } = screen.getByLabelText<HTMLTextAreaElement>('Give this to Claude');
    expect(value).toContain(`{"edits":[${salesforce}],"decisions":[{"appId":1005}]}`);
    await person.click(before.getByRole('button', { name: /^Restore\s*Salesforce/ }));
    await person.click(before.getByRole('button', { name: /^Restore\s*Zoom/ }));
    expect(hardSaving()).toBe(decided);
    expect(screen.queryByText(/what-if:/)).not.toBeInTheDocument();
  });

  it('can be taken back from its row of the plan', async () => {
    await show({ configuration: withDecisions, connect: createStage().connect }, '#plan');
    await person.click(screen.getAllByRole('button', { name: /^Remove\s*Salesforce$/ })[0]!);
    expect(screen.getByRole('region', { name: 'Decided before' })).toHaveTextContent('removed');
    expect(screen.getAllByRole('button', { name: /^Accept\s*Salesforce/ }).length).toBeGreaterThan(0);
  });
});
