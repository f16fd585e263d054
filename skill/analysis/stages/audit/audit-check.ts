/** What the checks of an analysis share: what they look at, and how a failure is told. */
import type { Analysis, Minor } from '../../base/contract.ts';
import { decimal } from '../../base/money.ts';

export type AuditedResult = Omit<Analysis, 'selfAudit'>;
export type AuditCheck = Analysis['selfAudit'][number];

/** Failures named in one check; one is enough to fail it. */
const named = 3;

export function auditCheck(name: string, failures: readonly string[]): AuditCheck {
  const more = failures.length > named ? ` and ${failures.length - named} more` : '';
  const detail = failures.length === 0 ? 'Holds.' : `${failures.slice(0, named).join(' ')}${more}`;
  return { check: name, ok: failures.length === 0, detail };
}

export function unequal(what: string, left: Minor, right: Minor, currency: string): string[] {
  if (left === right) return [];
  return [`${what}: ${decimal(left, currency)} against ${decimal(right, currency)}.`];
}
