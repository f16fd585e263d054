/** Facts of one app, derived again from its own records alone. */
import { uniqueById } from '../base/unique.ts';
import { assess } from '../stages/assess.ts';
import type { AssessedApp } from '../base/assessed.ts';
import type { Portfolio } from '../../mapping/portfolio.ts';
import type { AnalysisConfig } from '../../mapping/mapping.ts';
import type { Analysis } from '../base/contract.ts';
import { dayOf } from '../base/day.ts';
import type { FactAddress } from '../facts/facts.ts';
import { knownValue } from '../base/known-value.ts';
import { renderCount, renderDate, renderMoney } from '../facts/render.ts';
import { appFields } from '../records/app.ts';
import type { FieldTable } from '../records/field.ts';
import { explainLastUse, explainSeats } from './seats.ts';
import { cutFormulas } from './slice.ts';
import { asRecorded, type Derivation, type SourceRecord } from './explanation.ts';

export function explainApp(
  { id, field }: FactAddress,
  analysis: Analysis,
  portfolio: Portfolio,
  config: AnalysisConfig,
): Derivation {
  const appId = Number(id);
  const app = assessAlone(appId, analysis, portfolio, config);
  if (app === undefined) return plain(appId, field);
  if (field === 'costAnnual' || field === 'costBasis') return explainCost(app, analysis, portfolio, config);
  if (field === 'partAnnual') return explainPart(appId, config);
  if (field === 'expenses12m') return explainSpend(app, portfolio, analysis, config);
  if (field === 'projectedAnnual') return explainProjected(app, analysis);
  if (field === 'hardSavingAnnual') return explainSaving(app, analysis);
  if (field === 'costPerActiveUser') return explainEach(app, analysis);
  if (field.startsWith('seats/')) return explainSeats(app, field, config);
  if (field === 'lastUsedAt') return explainLastUse(app);
  return plain(appId, field);
}

/** The same stages over one app's records: the lineage cannot drift from the figure. */
function assessAlone(
  appId: number,
  analysis: Analysis,
  portfolio: Portfolio,
  config: AnalysisConfig,
): AssessedApp | undefined {
  const alone: Portfolio = {
    ...portfolio,
    apps: portfolio.apps.filter((app) => app.id === appId),
    // Of two records with one id the same must be taken as in the analysis, whatever app it belongs to.
    contracts: uniqueById(portfolio.contracts).filter((contract) => contract.appId === appId),
    transactions: portfolio.transactions.filter((transaction) => transaction.appId === appId),
  };
  const depth = { basis: analysis.depth.basis, appIds: [appId] };
  return assess(alone, config, dayOf(analysis.asOf), depth).byId.get(appId);
}

/** What of the cost belongs to the slice on show. */
function explainPart(appId: number, { organizationalView: view }: AnalysisConfig): Derivation {
  return {
    formula: view === null ? '' : cutFormulas[view.entity],
    assumptions: view?.entity === 'app' ? [] : ['Split to the cent by largest remainder.'],
    from: [`app/${appId}/costAnnual`],
    sources: [],
  };
}

/** Fields whose value is the record's own. */
function plain(appId: number, field: string): Derivation {
  return {
    formula: fields[field]?.how ?? asRecorded,
    assumptions: [],
    from: [],
    sources: [{ source: 'apps', id: appId, fields: fields[field]?.from ?? [field] }],
  };
}

const fields: FieldTable = appFields;

function explainCost(
  app: AssessedApp,
  analysis: Analysis,
  portfolio: Portfolio,
  config: AnalysisConfig,
): Derivation {
  const { basis } = app.cost;
  if (basis === 'expenses') return explainSpend(app, portfolio, analysis, config);
  if (basis === 'contract') return explainContracts(app, analysis, config);
  const sources: SourceRecord[] = [{ source: 'apps', id: app.app.id, fields: ['licenses.annualCost'] }];
  if (basis === 'licences') {
    return {
      formula: 'Sum of the annual cost of the license lines.',
      assumptions: conversion(app, config),
      from: [],
      sources,
    };
  }
  const ended = app.ended.length > 0;
  return {
    formula: ended ? 'No cost: all contracts have ended.' : 'No contract, license or spend states a cost.',
    assumptions: [],
    from: app.ended.map(({ contract }) => `renewal/${contract.id}/termEnd`),
    sources: [{ source: 'apps', id: app.app.id, fields: ['licenses', 'spend12m'] }],
  };
}

function explainContracts(app: AssessedApp, { currency }: Analysis, config: AnalysisConfig): Derivation {
  const counted = app.inForce.filter(({ annual, duplicateOf }) => annual !== null && duplicateOf === null);
  const terms = counted.map(({ annual }) => renderMoney(annual?.minor ?? 0, currency)).join(' + ');
  const left = app.inForce.filter(({ duplicateOf }) => duplicateOf !== null);
  return {
    formula: `Annual value of the contracts in force: ${terms}.`,
    assumptions: [
      ...conversion(app, config),
      ...left.map(
        ({ contract, duplicateOf }) =>
          `${contract.name} is taken for contract ${duplicateOf}, recorded twice.`,
      ),
    ],
    from: counted.map(({ contract }) => `renewal/${contract.id}/annualValue`),
    sources: counted.map(({ contract }) => ({
      source: 'contracts',
      id: contract.id,
      fields:
        contract.annualValue.kind === 'known' ? ['annualValue'] : ['totalValue', 'termStart', 'termEnd'],
    })),
  };
}

function explainSpend(
  app: AssessedApp,
  portfolio: Portfolio,
  { asOf }: Analysis,
  config: AnalysisConfig,
): Derivation {
  if (app.app.spend12m.kind === 'known') {
    const sure = config.spendConfirmed && config.spendWindow === 'trailing12m';
    return {
      formula: 'Spend as Torii states it.',
      assumptions: [...conversion(app, config), ...(sure ? [] : ['Torii expenses, window unconfirmed.'])],
      from: [],
      sources: [{ source: 'apps', id: app.app.id, fields: ['spend12m'] }],
    };
  }
  const last = dayOf(asOf);
  const counted = portfolio.transactions.filter(({ appId, date }) => {
    const day = knownValue(date);
    return appId === app.app.id && day !== null && day <= last && day > last - 365;
  });
  return {
    formula: `Sum of ${renderCount(counted.length)} transactions of the 365 days to ${renderDate(last)}, refunds deducted.`,
    assumptions: conversion(app, config),
    from: [],
    sources: counted.map(({ id }) => ({ source: 'transactions', id, fields: ['amount', 'date'] })),
  };
}

function conversion({ cost }: AssessedApp, { rates }: AnalysisConfig): string[] {
  if (cost.source === 'torii') return ['Converted by Torii.'];
  return cost.source === 'rate' && rates !== null
    ? [`Converted at the rate of ${renderDate(dayOf(rates.asOf))} (${rates.source}).`]
    : [];
}

function explainProjected({ app }: AssessedApp, { ledger }: Analysis): Derivation {
  const rows = ledger.filter(({ appId, supersededBy }) => appId === app.id && supersededBy === null);
  return {
    formula:
      rows.length === 0
        ? 'As today: the plan changes nothing.'
        : 'Cost today − what its ledger rows take away.',
    assumptions: [...new Set(rows.flatMap(({ assumptions }) => assumptions))],
    from: [`app/${app.id}/costAnnual`, ...rows.map(({ id }) => `ledger/${id}/hardAnnual`)],
    sources: [],
  };
}

function explainSaving({ app }: AssessedApp, { ledger }: Analysis): Derivation {
  const rows = ledger.filter(({ appId, supersededBy }) => appId === app.id && supersededBy === null);
  return {
    formula: appFields.hardSavingAnnual.how,
    assumptions: [...new Set(rows.flatMap(({ assumptions }) => assumptions))],
    from: [
      `app/${app.id}/costAnnual`,
      `app/${app.id}/projectedAnnual`,
      ...rows.map(({ id }) => `ledger/${id}/hardAnnual`),
    ],
    sources: [],
  };
}

function explainEach({ app, cost }: AssessedApp, { currency }: Analysis): Derivation {
  const users = knownValue(app.activeUsers);
  return {
    formula:
      cost.annual === null || users === null
        ? 'Cost ÷ active users; one of them is unknown.'
        : `${renderMoney(cost.annual, currency)} ÷ ${renderCount(users)} active users.`,
    assumptions: [],
    from: [`app/${app.id}/costAnnual`, `app/${app.id}/activeUsers`],
    sources: [{ source: 'apps', id: app.id, fields: ['activeUsers'] }],
  };
}
