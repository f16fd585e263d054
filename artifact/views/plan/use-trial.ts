import { useMemo } from 'react';
import { useSessionState } from '../../session/session.ts';
import type { Trial } from '../../session/what-if.ts';
import { useResults } from '../page-context.ts';

/** The figures on screen and what made them, to try others. */
export function useTrial(): Trial {
  const results = useResults();
  const settings = useSessionState((state) => state.settings);
  const asOf = useSessionState((state) => state.asOf);
  return useMemo(() => ({ results, settings, asOf }), [results, settings, asOf]);
}
