/**
 * The parts of an analysis that no figure needs: the hash of the inputs, the slices and the self-audit.
 * Each is worked out when it is first read, then kept. A page paints its figures first and reads these
 * afterwards; whatever writes an analysis out reads them all, and finds them in their usual place.
 *
 * What is still to be worked out is made in functions of its own: getters beside it would hold on to
 * everything it was made from.
 */
import type { Assessed } from '../base/assessed.ts';
import type { Analysis } from '../base/contract.ts';
import { later } from '../base/later.ts';
import { selfAudit } from './self-audit.ts';
import { slicesOf } from './slices.ts';

type Inputs = Analysis['inputs'];
type Figures = Omit<Analysis, 'slices' | 'selfAudit'>;

/** @param problems of the plan, in words */
export function audited(result: Figures, assessed: Assessed, problems: readonly string[]): Analysis {
  const slices = slicesLater(assessed);
  return withAudit(result, slices, auditLater(result, slices, assessed, problems));
}

function slicesLater(assessed: Assessed): () => Analysis['slices'] {
  return later(() => slicesOf(assessed));
}

function auditLater(
  result: Figures,
  slices: () => Analysis['slices'],
  assessed: Assessed,
  problems: readonly string[],
): () => Analysis['selfAudit'] {
  return later(() => selfAudit({ ...result, slices: slices() }, assessed, problems));
}

function withAudit(
  result: Figures,
  slices: () => Analysis['slices'],
  audit: () => Analysis['selfAudit'],
): Analysis {
  return {
    ...result,
    get slices() {
      return slices();
    },
    get selfAudit() {
      return audit();
    },
  };
}

/**
 * The figures alone, for an analysis that is made from another: spreading the other would work out what
 * nobody may ever read.
 */
export function figuresOf({
  schemaVersion,
  engine,
  asOf,
  currency,
  depth,
  inputs,
  completeness,
  totals,
  apps,
  renewals,
  findings,
  plan,
  ledger,
}: Analysis): Figures {
  const what = { schemaVersion, engine, asOf, currency, depth, inputs, completeness };
  return { ...what, totals, apps, renewals, findings, plan, ledger };
}

/** @param mend what the audit says of other certificates; the slices are the same */
export function recertified(
  analysis: Analysis,
  completeness: Analysis['completeness'],
  mend: (audit: Analysis['selfAudit']) => Analysis['selfAudit'],
): Analysis {
  const audit = later(() => mend(analysis.selfAudit));
  return withAudit({ ...figuresOf(analysis), completeness }, () => analysis.slices, audit);
}

export function hashed(hash: () => string, inputs: Omit<Inputs, 'hash'>): Inputs {
  return {
    get hash() {
      return hash();
    },
    ...inputs,
  };
}
