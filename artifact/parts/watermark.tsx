import type { ReactNode } from 'react';

/** Stands on every screen that shows invented data. */
export function Watermark({ note }: { note: string }): ReactNode {
  return (
    <div className="watermark">
      <div className="frame">
        Demo data<span>{note}</span>
      </div>
    </div>
  );
}
