/**
 * Every number and date in the text of a finding is a link to a fact of its evidence, written as the fact
 * is. What is quoted, and the names of records, are words of the tenant.
 */
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Analysis, Finding } from '../../skill/analysis/base/contract.ts';
import { addressOf, factLabel, factValue, renderFact } from '../../skill/analysis/facts/facts.ts';
import { analyze } from '../../skill/analysis/stages/analyze.ts';
import { analysisOf } from '../../skill/cli/inputs/analysis-of.ts';
import { parseMapping } from '../../skill/mapping/files/check.ts';
import type { Portfolio } from '../../skill/mapping/base/portfolio.ts';
import { known } from '../../skill/mapping/base/value.ts';
import { blockerSentences, findingSentence } from '../../skill/report/base/finding-sentence.ts';
import { plainText, type Part } from '../../skill/report/base/sentence.ts';
import { reportMarkdown } from '../../skill/report/text/report-markdown.ts';
import { readSavedResults } from '../../skill/torii/read.ts';
import { checkNarrative } from '../../skill/analysis/facts/narrative.ts';
import { filesOf } from '../oracle/product.ts';
import { tenantFrom } from '../oracle/tenant.ts';
import { arbitraryPortfolio } from './fixtures/arbitrary.ts';
import { arbitraryConfig } from './fixtures/arbitrary-plan.ts';

// Hundreds of tenants take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

type AnyFinding = Pick<Finding<number>, 'id' | 'action' | 'blockers' | 'cites' | 'evidence' | 'against'>;

const withNumber = /[\p{L}\p{N}$€£¥.,%/-]*\p{N}[\p{L}\p{N}.,%/-]*/gu;

/** Without what is quoted, the names of records and fields, and the ids of contracts that are cited. */
function ownWords(text: string, { id, evidence, against }: AnyFinding, names: readonly string[]): string {
  const cited = new Set([...evidence, ...against].flatMap((fact) => addressOf(fact)?.id ?? []));
  return names
    .reduce((rest, name) => rest.replaceAll(name, ' '), text.replace(/“[^”]*”/g, ' '))
    .replace(/\bcontract (\d+)(?: or (\d+))?/g, (all, first: string, second = first) =>
      cited.has(first) && cited.has(second) ? ' ' : `${all} in ${id}`,
    );
}

function numbersIn(text: string): string[] {
  return [...text.matchAll(withNumber)].map(([number]) => number.replace(/[.,]+$/, ''));
}

/** The numbers that the label of a fact names, such as those of 12 months: they are words of the evidence. */
function labelNumbers(factId: string): string[] {
  const address = addressOf(factId);
  return address === null ? [] : (factLabel(address).match(/\d+/g) ?? []);
}

function isWords(part: Part): part is string {
  return typeof part === 'string';
}

/** Numbers that are no link to a fact. */
function uncited(finding: AnyFinding, names: readonly string[]): string[] {
  const labels = [...finding.evidence, ...finding.against].flatMap(labelNumbers);
  return [findingSentence(finding), ...blockerSentences(finding)]
    .flatMap((sentence) =>
      numbersIn(ownWords(sentence.map((part) => (isWords(part) ? part : '·')).join(''), finding, names)),
    )
    .filter((number) => !labels.includes(number));
}

/** Links whose figure is not its fact, whose fact is no evidence, or which the sentences lost. */
function wrongLinks(finding: AnyFinding, analysis: Analysis): string[] {
  const sentences = [findingSentence(finding), ...blockerSentences(finding)];
  const links = sentences.flat().flatMap((part) => (isWords(part) || !('text' in part) ? [] : [part]));
  const texts = sentences.map((sentence) => plainText(sentence, analysis.currency));
  expect(texts).toEqual([finding.action, ...finding.blockers]);
  expect(links).toEqual((finding.cites ?? []).map(({ text, fact }) => ({ text, fact })));
  const evidence = new Set([...finding.evidence, ...finding.against]);
  return links.flatMap(({ text, fact }) => {
    const value = factValue(analysis, fact);
    const isFact = value !== null && value.kind !== 'unknown' && renderFact(value) === text;
    return isFact && evidence.has(fact) ? [] : [`${text} is not ${fact}`];
  });
}

function namesIn({ apps, renewals }: Analysis, hidden: readonly string[]): string[] {
  const names = [...apps, ...renewals].map(({ name }) => name).concat(hidden);
  return [...new Set(names)].filter((name) => name !== '').toSorted((a, b) => b.length - a.length);
}

/** Texts with a number that no cited fact has, and how many texts with a number were looked at, by type. */
function judge(analysis: Analysis, hidden: readonly string[], looked: Map<string, number>): string[] {
  const names = namesIn(analysis, hidden);
  return analysis.findings.flatMap((finding) => {
    if (finding.cites !== undefined) looked.set(finding.type, (looked.get(finding.type) ?? 0) + 1);
    const wrong = [...uncited(finding, names), ...wrongLinks(finding, analysis)];
    return wrong.length === 0 ? [] : [`${wrong.join(', ')}: ${finding.id}: ${finding.action}`];
  });
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const wordFor = (id: number): string => `Tool ${letters[id % 26]}`;

/** Names of words alone, so that no number of a text can pass as part of a name; and people on many apps. */
function named(portfolio: Portfolio): Portfolio {
  return {
    ...portfolio,
    apps: portfolio.apps.map((app) => ({
      ...app,
      name: wordFor(app.id),
      category: app.id % 2 === 0 ? known('Design') : app.category,
    })),
    contracts: portfolio.contracts.map((one) => ({ ...one, name: `Deal ${letters[one.id % 26]}` })),
  };
}

function oracleAnalysis(seed: number): { analysis: Analysis; hidden: string[] } {
  const tenant = tenantFrom(seed);
  const parsed = parseMapping(tenant.mapping);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { records } = readSavedResults(filesOf(tenant));
  const { analysis, portfolio } = analysisOf(records, parsed.mapping, tenant.asOf);
  return { analysis, hidden: portfolio.apps.map(({ name }) => name) };
}

describe('every number in a text is a fact that is cited', () => {
  it('in the findings of untidy tenants', () => {
    const looked = new Map<string, number>();
    const wrong: string[] = [];
    for (let seed = 1; seed <= 400; seed += 1) {
      const { analysis, hidden } = oracleAnalysis(seed);
      wrong.push(...judge(analysis, hidden, looked).map((one) => `seed ${seed}: ${one}`));
    }
    expect(wrong.slice(0, 20)).toEqual([]);
    expect([...looked.keys()]).toEqual(
      expect.arrayContaining(['unassigned', 'inactive', 'over-assigned', 'notice-near', 'notice-missed']),
    );
  });

  it('in the findings of hostile tenants', () => {
    const looked = new Map<string, number>();
    fc.assert(
      fc.property(arbitraryPortfolio, arbitraryConfig, (portfolio, config) => {
        const tenant = named(portfolio);
        const analysis = analyze(tenant, config, '2026-11-22');
        const wrong = judge(
          analysis,
          tenant.apps.map(({ name }) => name),
          looked,
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns: 500 },
    );
    expect([...looked.keys()]).toEqual(expect.arrayContaining(['overlap', 'unmapped-state', 'inactive']));
  });

  it('in the report of untidy tenants', () => {
    let checked = 0;
    for (let seed = 1; seed <= 100; seed += 1) {
      const { analysis } = oracleAnalysis(seed);
      const verdict = checkNarrative(reportMarkdown(analysis, 'cited'), analysis);
      expect(verdict.problems, `seed ${seed}`).toEqual([]);
      checked += verdict.checked;
    }
    expect(checked).toBeGreaterThan(1000);
  });

  it('and a number that no fact has is found', () => {
    const { analysis, hidden } = oracleAnalysis(1);
    const [finding] = analysis.findings.filter(({ evidence }) => evidence.length > 0);
    const wrong = finding && {
      ...finding,
      cites: [],
      action: 'Decide by Jan 19, 2031 about 987654 seats, $3.21 or 7 %.',
    };
    expect(wrong && uncited(wrong, hidden)).toEqual(['19', '2031', '987654', '$3.21', '7']);
  });

  it('and a link that is not its fact, or is no evidence, is found', () => {
    const { analysis } = oracleAnalysis(1);
    const cited = analysis.findings.find(({ cites }) => cites?.length === 1);
    const other = cited && { ...cited, evidence: [], against: [] };
    expect(cited && wrongLinks(cited, analysis)).toEqual([]);
    expect(other && wrongLinks(other, analysis)).toHaveLength(1);
    const [cite] = cited?.cites ?? [];
    const wrong = cited && cite && { ...cited, cites: [{ ...cite, fact: 'totals/baselineAnnual' }] };
    expect(wrong && wrongLinks(wrong, analysis)).toHaveLength(1);
  });
});
