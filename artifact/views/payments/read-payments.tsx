import { useState, type ReactNode } from 'react';
import { explain } from '../../../skill/torii/failure.ts';
import { formatCount, formatCounted } from '../../parts/text.ts';
import { useSession, useSessionState } from '../../session/session.ts';
import { isSnapshot, type SourceProgress } from '../../session/state.ts';

/** Asks for the payments, and says how far their reading has come. */
export function ReadPayments(): ReactNode {
  const session = useSession();
  const { progress, isFixed, isBusy } = useSessionState((state) => ({
    progress: state.paymentProgress,
    isFixed: isSnapshot(state),
    isBusy: state.phase !== 'ready',
  }));
  const [said, setSaid] = useState('');
  if (isFixed) return null;
  const read = async (): Promise<void> => {
    setSaid('');
    const failure = await session.readPayments();
    setSaid(failure === null ? '' : explain(failure.kind).sentence);
  };
  return (
    <p className="actions">
      <button
        type="button"
        className="button"
        disabled={isBusy || progress !== null}
        onClick={() => void read()}
      >
        Read the payments
      </button>
      <output>{progress === null ? said : progressWords(progress)}</output>
    </p>
  );
}

function progressWords({ rows, total }: SourceProgress): string {
  if (rows === 0) return 'Reading…';
  return `Reading… ${total === null ? '' : `${formatCount(rows)} of `}${formatCounted(total ?? rows, 'payment')}`;
}
