import type { ReactNode } from 'react';

/** Shown on every screen whose data is invented, or not live. */
export function Watermark({ title, note }: { title: string; note: string }): ReactNode {
  return (
    <div className="watermark">
      <div className="frame">
        {title}
        <span>{note}</span>
      </div>
    </div>
  );
}
