import type { ReactNode } from 'react';
import { formatCounted, daysBetween, formatNearDate } from '../parts/text.ts';
import { Tag } from '../parts/layout.ts';

export interface DeadlineProps {
  readonly day: string;
  readonly asOf: string;
  /** What missing it means; without consequence it is only past. */
  readonly missed?: 'serious' | 'past';
  readonly note?: string;
}

/** Days within which a deadline asks for attention. */
const NEAR = 30;

/** A deadline with the days that are left, in one line where there is room. */
export function Deadline(props: DeadlineProps): ReactNode {
  return (
    <span className="deadline">
      <DeadlineTag {...props} />
    </span>
  );
}

function DeadlineTag({ day, asOf, missed = 'serious', note = '' }: DeadlineProps): ReactNode {
  const days = daysBetween(asOf, day);
  const when = formatNearDate(day, asOf);
  if (days < 0 && missed === 'past') return <Tag tone="neutral">{`${when}, passed${note}`}</Tag>;
  if (days < 0) return <Tag tone="serious">{`${when}, missed${note}`}</Tag>;
  const left = days === 0 ? ', today' : `, in ${formatCounted(days, 'day')}`;
  if (days <= NEAR) return <Tag tone="caution">{`${when}${left}${note}`}</Tag>;
  return (
    <Tag tone="neutral">
      <span className="nowrap">{when}</span>
      {/* In a narrow pane a table leaves it out. */}
      <span className="secondary">{left}</span>
      {note}
    </Tag>
  );
}
