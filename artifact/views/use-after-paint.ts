import { useEffect, useState } from 'react';
import type { Analysis } from '../../skill/analysis/contract.ts';
import { useSessionState } from '../session/session.ts';

/**
 * A part of an analysis that no figure needs, such as the self-audit: worked out once the reading is
 * through and its figures have been painted, so that they never wait for it.
 * @param select one function for all renders
 * @returns null until then; later the part of the figures before, until that of the new ones is known
 */
export function useAfterPaint<Part>(
  analysis: Analysis | null,
  select: (analysis: Analysis) => Part,
): Part | null {
  const isReady = useSessionState(({ phase }) => phase === 'ready');
  const [part, setPart] = useState<Part | null>(null);
  useEffect(() => {
    if (analysis === null || !isReady) return undefined;
    return afterPaint(() => setPart(select(analysis)));
  }, [analysis, isReady, select]);
  return part;
}

/** A frame callback runs before the paint of its frame, a timer set by it runs after. */
function afterPaint(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(work, 0);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/** The audit of an analysis, for the hook above. */
export function auditOf({ selfAudit }: Analysis): Analysis['selfAudit'] {
  return selfAudit;
}
