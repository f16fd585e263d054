/**
 * What people read: no date as machines write it, and no name of a field. What is quoted, in quotation marks or
 * as code, and the names of records are words of the tenant and may hold anything.
 */
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Analysis } from '../../skill/analysis/base/contract.ts';
import type { AnalysisConfig } from '../../skill/mapping/mapping.ts';
import { fieldWords } from '../../skill/analysis/base/field-words.ts';
import { readAppFields, readContractFields } from '../../skill/analysis/base/unreadable.ts';
import { explainFact } from '../../skill/analysis/explain/explain.ts';
import { renderFact, factValue } from '../../skill/analysis/facts/facts.ts';
import { analyze } from '../../skill/analysis/stages/analyze.ts';
import { analysisOf } from '../../skill/cli/inputs/analysis-of.ts';
import { parseMapping } from '../../skill/mapping/files/check.ts';
import type { Portfolio } from '../../skill/mapping/base/portfolio.ts';
import { plainText, type Sentence } from '../../skill/report/base/sentence.ts';
import { headlineOf } from '../../skill/report/decisions/outlook.ts';
import { appBriefMarkdown } from '../../skill/report/text/app-brief-markdown.ts';
import { appBriefOf } from '../../skill/report/text/app-brief.ts';
import { briefMarkdown } from '../../skill/report/text/brief-markdown.ts';
import { briefOf } from '../../skill/report/text/brief.ts';
import { digestMarkdown } from '../../skill/report/text/digest-markdown.ts';
import { digestOf } from '../../skill/report/text/digest.ts';
import { reportMarkdown } from '../../skill/report/text/report-markdown.ts';
import { unknownsOf } from '../../skill/report/text/unknowns.ts';
import { readSavedResults } from '../../skill/torii/read.ts';
import { filesOf } from '../oracle/product.ts';
import { tenantFrom } from '../oracle/tenant.ts';
import { arbitraryPortfolio } from './fixtures/arbitrary.ts';
import { arbitraryConfig, arbitraryEdits } from './fixtures/arbitrary-plan.ts';

// Hundreds of tenants take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** 2026-11-22, camelCase and spend12m, snake_case, and the plain names of the mapping that have a dot. */
const machineWords =
  /\b\d{4}-\d{2}-\d{2}|\b[a-z]+\d*[A-Z]\w*|\b[a-z]+\d+[a-z]\b|\b[a-z]+_[a-z_]+|\b[a-z]+\.[a-z]+[A-Z]\w*/g;

function machineWordsIn(text: string, names: readonly string[]): string[] {
  const own = names.reduce((rest, name) => rest.replaceAll(name, ' '), text);
  return own.replace(/“[^”]*”|`[^`]*`|\]\((?:fact|http)[^)]*\)/g, ' ').match(machineWords) ?? [];
}

interface Tenant {
  readonly analysis: Analysis;
  readonly portfolio: Portfolio;
}

function namesIn({ analysis, portfolio }: Tenant): string[] {
  const { apps, contracts } = portfolio;
  const views = analysis.slices.map(({ value }) => value);
  const by = analysis.inputs.edits.map((edit) => edit.by);
  const { rates, tenant } = analysis.inputs.config;
  return [...apps.map(({ name }) => name), ...contracts.map(({ name }) => name), ...views, ...by]
    .concat(tenant.name, rates?.source ?? '')
    .filter((name) => name.trim() !== '')
    .toSorted((a, b) => b.length - a.length);
}

/** Every sentence of the engine itself. */
function engineTexts({ findings, renewals, ledger, selfAudit }: Analysis): string[] {
  return [
    ...findings.flatMap(({ action, blockers }) => [action, ...blockers]),
    ...renewals.flatMap(({ flags }) => flags),
    ...ledger.flatMap(({ assumptions }) => assumptions),
    ...selfAudit.map(({ check }) => check),
  ];
}

function explanations({ analysis, portfolio }: Tenant, config: AnalysisConfig): string[] {
  const { apps, renewals, ledger, findings } = analysis;
  const facts = [
    'totals/baselineAnnual',
    'totals/hardSavingAnnual',
    'when/all/savingAnnual',
    'due/all/savingAnnual',
    ...apps.flatMap(({ id }) =>
      ['costAnnual', 'expenses12m', 'hardSavingAnnual', 'seats/idle'].map((field) => `app/${id}/${field}`),
    ),
    ...renewals.flatMap(({ contractId }) =>
      ['annualValue', 'deadline', 'termEnd'].map((field) => `renewal/${contractId}/${field}`),
    ),
    ...ledger.map(({ id }) => `ledger/${id}/hardAnnual`),
    ...findings.map(({ id }) => `finding/${id}/amount`),
  ];
  return facts.flatMap((fact) => {
    const explained = explainFact(analysis, portfolio, config, fact);
    return explained === null ? [] : [explained.formula, ...explained.assumptions];
  });
}

function sentences(analysis: Analysis): string[] {
  const said: Sentence[] = [
    headlineOf(analysis),
    ...unknownsOf(analysis).flatMap(({ what, remedy }) => [what, remedy]),
  ];
  return said.map((sentence) => plainText(sentence, analysis.currency));
}

function markdown(analysis: Analysis): string[] {
  return [
    briefMarkdown(briefOf(analysis), 'plain'),
    digestMarkdown(digestOf(analysis), 'plain'),
    reportMarkdown(analysis, 'plain'),
    ...analysis.apps.slice(0, 3).flatMap(({ id }) => {
      const brief = appBriefOf(analysis, id);
      return brief === null ? [] : [appBriefMarkdown(brief, 'plain')];
    }),
  ];
}

/** Names of one kind, so that none can pass for a machine's word or break a quotation. */
function withPlainNames(portfolio: Portfolio): Portfolio {
  return {
    ...portfolio,
    apps: portfolio.apps.map((app) => ({ ...app, name: `Tool ${app.id}` })),
    contracts: portfolio.contracts.map((one) => ({ ...one, name: `Deal ${one.id}` })),
  };
}

const untidy: Tenant[] = [];

beforeAll(() => {
  for (let seed = 1; seed <= 120; seed += 1) {
    const tenant = tenantFrom(seed);
    const parsed = parseMapping(tenant.mapping);
    if (!parsed.ok) continue;
    const { records } = readSavedResults(filesOf(tenant));
    untidy.push(analysisOf(records, parsed.mapping, tenant.asOf));
  }
});

function found(textsOf: (tenant: Tenant) => readonly string[]): string[] {
  return untidy.flatMap((tenant) => {
    const names = namesIn(tenant);
    return textsOf(tenant).flatMap((text) =>
      machineWordsIn(text, names).map((word) => `${word}: ${text.slice(0, 300)}`),
    );
  });
}

describe('words for people', () => {
  it('hold no machine date and no field name in findings, notes and assumptions', () => {
    expect(found(({ analysis }) => engineTexts(analysis)).slice(0, 10)).toEqual([]);
  });

  it('nor in explanations', () => {
    const all = found((tenant) => explanations(tenant, tenant.analysis.inputs.config));
    expect(all.slice(0, 10)).toEqual([]);
  });

  it('nor in the headline and in what is not known', () => {
    expect(found(({ analysis }) => sentences(analysis)).slice(0, 10)).toEqual([]);
  });

  it('nor in brief, digest and report', () => {
    expect(found(({ analysis }) => markdown(analysis)).slice(0, 10)).toEqual([]);
  });

  it('nor of hostile tenants with a plan', () => {
    fc.assert(
      fc.property(arbitraryPortfolio, arbitraryConfig, arbitraryEdits, (hostile, config, edits) => {
        const portfolio = withPlainNames(hostile);
        const analysis = analyze(portfolio, config, '2026-11-22', edits);
        const names = namesIn({ analysis, portfolio });
        const texts = [...engineTexts(analysis), ...sentences(analysis)];
        expect(texts.flatMap((text) => machineWordsIn(text, names))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('name every field that may hold what cannot be read', () => {
    for (const field of [...readAppFields, ...readContractFields]) {
      expect(fieldWords(field), field).toMatch(/^(?:the|whether) [a-z -]+$/);
    }
    expect(fieldWords('somethingElse')).toBe('a field');
  });

  it('and a machine word would be found', () => {
    expect(machineWordsIn('Decide by 2026-12-27 about termEnd and spend12m of “2020-01-01”.', [])).toEqual([
      '2026-12-27',
      'termEnd',
      'spend12m',
    ]);
    expect(untidy.length).toBeGreaterThan(100);
    const dated = untidy.some(({ analysis }) =>
      analysis.findings.some(({ action, contractId }) => {
        const fact = factValue(analysis, `renewal/${contractId}/deadline`);
        return fact?.kind === 'date' && action.includes(renderFact(fact));
      }),
    );
    expect(dated).toBe(true);
  });
});
