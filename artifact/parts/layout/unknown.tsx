import type { ReactNode } from 'react';

/** Takes the place of a figure; never a zero. The reason is there for the pointer and for the reader. */
export function UnknownValue({ reason }: { reason: string }): ReactNode {
  return (
    <span className="unknown" title={reason}>
      unknown<span className="visually-hidden">: {reason}</span>
    </span>
  );
}
