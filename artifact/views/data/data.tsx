/** Data: what the figures rest on, and the proof that nothing was written. */
import type { ReactNode } from 'react';
import { CallLog } from './call-log.tsx';
import { Completeness } from './completeness.tsx';
import { Mapping } from './mapping.tsx';
import { ReadOnly } from './read-only.tsx';
import { SelfAudit } from './self-audit.tsx';
import type { ViewProps } from '../view-props.ts';

export function Data({ state, picture }: ViewProps): ReactNode {
  return (
    <>
      <Completeness state={state} picture={picture} />
      <SelfAudit analysis={picture.analysis} />
      <Mapping picture={picture} />
      <ReadOnly state={state} picture={picture} />
      <CallLog calls={state.calls} />
    </>
  );
}
