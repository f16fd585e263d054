/** Reading payments within the call budget, for the views that show them by month. */
import type { Clock } from '../../../skill/torii/bridge.ts';
import type { ToolFailure } from '../../../skill/torii/failure.ts';
import type { SessionState } from '../model/state.ts';
import type { Store } from '../model/store.ts';
import { readPayments } from '../reading/read-payments.ts';
import type { Connected } from './reader.ts';

export interface PaymentActions {
  /** Reads what was paid; no total moves. Answers with the failure, or null. */
  readPayments(): Promise<ToolFailure | null>;
}

export function createPaymentActions(
  store: Store<SessionState>,
  clock: Clock,
  getConnected: () => Connected | null,
): PaymentActions {
  return {
    async readPayments() {
      const host = getConnected();
      const { results, paymentProgress } = store.getState();
      if (host === null || results === null || paymentProgress !== null) return null;
      const update = (change: Partial<SessionState>): void => {
        if (!host.signal.aborted) store.update(change);
      };
      update({ paymentProgress: { pages: 0, rows: 0, total: null } });
      const { payments, failure } = await readPayments({
        ...host,
        clock,
        results,
        onProgress: (progress) => update({ paymentProgress: progress }),
      });
      update({ paymentProgress: null, ...(payments !== null && { payments }) });
      return failure;
    },
  };
}
