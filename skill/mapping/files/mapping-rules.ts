/** What a mapping must keep beyond its schema: parts that only make sense together. */
import { isCurrency } from '../base/currency.ts';
import type { TenantMapping } from '../base/mapping.ts';
import { moneyFields } from './money-fields.ts';
import type { Problem } from '../base/problem.ts';
import { readDay } from '../values/read-day.ts';
import { repeats } from '../base/repeats.ts';

type Rule = (mapping: TenantMapping) => Problem[];

export const mappingRules: readonly Rule[] = [
  approval,
  fiscalYearStart,
  dates,
  currencies,
  perApp,
  duplicateSuites,
  duplicateExemptions,
  conflictingUnits,
];

function approval({ status, approval: given }: TenantMapping): Problem[] {
  if (status !== 'approved' || given !== undefined) return [];
  return [
    {
      path: 'approval',
      message: 'The mapping says "approved" but not by whom and when.',
      remedy: 'Add "approval": { "by": …, "at": … }, or set "status" back to "draft".',
    },
  ];
}

function fiscalYearStart({ tenant: { fiscalYearStart: day } }: TenantMapping): Problem[] {
  const date = new Date(`2001-${day}T00:00:00Z`);
  if (!Number.isNaN(date.getTime()) && date.toISOString().slice(5, 10) === day) return [];
  return [
    {
      path: 'tenant.fiscalYearStart',
      message: `"${day}" is not a day of every year.`,
      remedy: 'Write month and day, such as "04-01".',
    },
  ];
}

function dates({ approval: given, rates, connector }: TenantMapping): Problem[] {
  const stated: [string, string | undefined][] = [
    ['approval.at', given?.at],
    ['rates.asOf', rates?.asOf],
    ['connector.tools.capturedAt', connector.tools?.capturedAt],
  ];
  return stated
    .filter(([, date]) => date !== undefined && readDay(date).kind !== 'known')
    .map(([path, date]) => ({
      path,
      message: `"${date}" is not a day of any calendar.`,
      remedy: 'Write year, month and day, such as "2026-11-22".',
    }));
}

function currencies({ tenant, rates }: TenantMapping): Problem[] {
  const used: [string, string][] = [['tenant.currency', tenant.currency]];
  for (const code of Object.keys(rates?.perUnit ?? {})) used.push([`rates.perUnit.${code}`, code]);
  return used
    .filter(([, code]) => !isCurrency(code))
    .map(([path, code]) => ({
      path,
      message: `"${code}" is not a currency.`,
      remedy: 'Use an ISO 4217 code such as "USD".',
    }));
}

/** Overrides by app: keys are app ids, and "7" and "07" would be the same app twice. */
function perApp({ thresholds, rightSizing }: TenantMapping): Problem[] {
  return [
    ...appKeys('thresholds.perApp', Object.keys(thresholds.perApp)),
    ...appKeys('rightSizing.perApp', Object.keys(rightSizing.perApp)),
  ];
}

function appKeys(path: string, keys: readonly string[]): Problem[] {
  const wrong = keys.filter((key) => !/^\d+$/.test(key));
  const digits = keys.filter((key) => /^\d+$/.test(key));
  return [
    ...wrong.map((key) => ({
      path: `${path}.${key}`,
      message: `"${key}" is not an app id.`,
      remedy: 'Use the number that Torii gives the app, such as "123".',
    })),
    ...repeats(digits.map(Number)).map((id) => ({
      path: `${path}.${id}`,
      message: `App ${id} has two entries.`,
      remedy: 'Keep one of them.',
    })),
  ];
}

function duplicateSuites({ suites }: TenantMapping): Problem[] {
  const twice = repeats(suites.map((suite) => suite.appId)).map((id) => ({
    path: 'suites',
    message: `App ${id} is described as a suite twice.`,
    remedy: 'Put all included apps into one entry.',
  }));
  const own = suites
    .filter(({ appId, includes }) =>
      includes.some((part) => (typeof part === 'number' ? part : part.appId) === appId),
    )
    .map((suite) => ({
      path: 'suites',
      message: `App ${suite.appId} is included in itself.`,
      remedy: 'Remove it from "includes".',
    }));
  return [...twice, ...own];
}

function duplicateExemptions({ exempt }: TenantMapping): Problem[] {
  return repeats(exempt.map((entry) => `${entry.idUser} in ${entry.appId ?? 'every app'}`)).map((entry) => ({
    path: 'exempt',
    message: `User ${entry} is exempt twice.`,
    remedy: 'Keep one of the entries.',
  }));
}

/** One key cannot hold minor and major units at once. */
function conflictingUnits(mapping: TenantMapping): Problem[] {
  const contract = moneyFields(mapping).filter(({ path }) => path.startsWith('fields.contract.'));
  return contract
    .filter(({ key, unit }) => contract.some((other) => other.key === key && other.unit !== unit))
    .slice(1)
    .map(({ path, key }) => ({
      path,
      message: `"${key}" is mapped twice, once in minor and once in major units.`,
      remedy: 'Give it the same "unit" in both places, or map another key.',
    }));
}
