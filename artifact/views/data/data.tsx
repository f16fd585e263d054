/** Data: what the figures rest on, and the proof that nothing was written. */
import type { ReactNode } from 'react';
import { CallLog } from './call-log.tsx';
import { CompletenessSection } from './completeness.tsx';
import { DepthSection } from './depth.tsx';
import { Mapping } from './mapping.tsx';
import { ReadOnly } from './read-only.tsx';
import { SelfAudit } from './self-audit.tsx';
import { UnknownBudget } from './unknown-budget.tsx';
import { useResults } from '../page-context.ts';

export function Data(): ReactNode {
  const { shown } = useResults();
  return (
    <>
      <CompletenessSection />
      <UnknownBudget />
      <DepthSection />
      <SelfAudit analysis={shown} />
      <Mapping />
      <ReadOnly />
      <CallLog />
    </>
  );
}
