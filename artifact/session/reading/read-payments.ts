/**
 * What was paid, payment by payment: read when a person asks to see it by month. No total rests on it.
 *
 * In: a connection and the mapping. Out: payments with the certificate of their reading; never rejects.
 */
import { bindMapping, transactionOf } from '../../../skill/mapping/portfolio.ts';
import type { Budget, Clock, ToolBridge } from '../../../skill/torii/bridge.ts';
import type { ToolFailure } from '../../../skill/torii/failure.ts';
import { readTenant } from '../../../skill/torii/read.ts';
import type { Payments } from '../model/payments.ts';
import type { Results, SourceProgress } from '../model/state.ts';
import { limitsOf } from './read-for-page.ts';

export interface PaymentsReading {
  readonly bridge: ToolBridge;
  readonly clock: Clock;
  readonly budget: Budget;
  readonly signal: AbortSignal;
  readonly results: Pick<Results, 'records' | 'mapping'>;
  readonly onProgress: (progress: SourceProgress) => void;
}

/** @returns null for the payments where not one page came */
export async function readPayments({
  bridge,
  clock,
  budget,
  signal,
  results,
  onProgress,
}: PaymentsReading): Promise<{ readonly payments: Payments | null; readonly failure: ToolFailure | null }> {
  const { transactions, completeness, failures } = await readTenant(bridge, {
    clock,
    budget,
    signal,
    limits: limitsOf(bridge.host),
    sources: ['transactions'],
    onProgress: ({ pages, rows, total }) => onProgress({ pages, rows, total }),
  });
  const failure = failures?.[0]?.failure ?? null;
  const certificate = completeness.find(({ source }) => source === 'transactions');
  if (certificate === undefined || certificate.pages === 0) return { payments: null, failure };
  const bound = bindMapping(results.mapping, { ...results.records, transactions });
  return {
    payments: { transactions: transactions.map((row) => transactionOf(row, bound)), certificate },
    failure,
  };
}
