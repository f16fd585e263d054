/** Data: what the figures rest on, and the proof that nothing was written. */
import type { ReactNode } from 'react';
import { CallLog } from './call-log.tsx';
import { Completeness } from './completeness.tsx';
import { Depth } from './depth.tsx';
import { Mapping } from './mapping.tsx';
import { ReadOnly } from './read-only.tsx';
import { SelfAudit } from './self-audit.tsx';
import { UnknownBudget } from './unknown-budget.tsx';
import type { DestinationProps } from '../view-props.ts';

export function Data(props: DestinationProps): ReactNode {
  const { state, picture } = props;
  return (
    <>
      <Completeness state={state} picture={picture} />
      <UnknownBudget state={state} picture={picture} />
      <Depth {...props} />
      <SelfAudit analysis={picture.analysis} />
      <Mapping state={state} picture={picture} />
      <ReadOnly state={state} picture={picture} />
      <CallLog calls={state.calls} />
    </>
  );
}
