import { useEffect, useRef, useState, type RefObject } from 'react';

export interface RowWindow {
  readonly body: RefObject<HTMLTableSectionElement | null>;
  /** First row that is rendered, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Pixels that the rows before and after would take. */
  readonly above: number;
  readonly below: number;
}

/** Rows rendered beyond each edge of the screen, so that scrolling and arrow keys meet no gap. */
const MARGIN = 6;
/** The window moves in steps, so that not every pixel of scrolling renders. */
const STEP = 4;
const ROW_HEIGHT = 33;

interface Span {
  readonly from: number;
  readonly rows: number;
  readonly height: number;
}

/** Which of many rows of equal height to render while the page scrolls past them. */
export function useRowWindow(total: number, isWindowed: boolean): RowWindow {
  const body = useRef<HTMLTableSectionElement>(null);
  const [span, setSpan] = useState<Span>({ from: 0, rows: 40, height: ROW_HEIGHT });
  useEffect(() => {
    if (!isWindowed) return undefined;
    const place = (): void => setSpan((previous) => placed(body.current, previous));
    place();
    window.addEventListener('scroll', place, { passive: true });
    window.addEventListener('resize', place);
    return () => {
      window.removeEventListener('scroll', place);
      window.removeEventListener('resize', place);
    };
  }, [isWindowed]);
  if (!isWindowed) return { body, from: 0, to: total, above: 0, below: 0 };
  const from = Math.min(span.from, Math.max(0, total - span.rows));
  const to = Math.min(total, from + span.rows);
  return { body, from, to, above: from * span.height, below: (total - to) * span.height };
}

function placed(body: HTMLTableSectionElement | null, previous: Span): Span {
  // Behind a panel nothing has a size.
  if (body === null || body.getClientRects().length === 0) return previous;
  const height = body.querySelector('tr[aria-rowindex]')?.getBoundingClientRect().height || ROW_HEIGHT;
  const first = Math.floor(-body.getBoundingClientRect().top / height) - MARGIN;
  const from = Math.max(0, Math.floor(first / STEP) * STEP);
  const rows = Math.ceil(window.innerHeight / height) + 2 * MARGIN + STEP;
  const isSame = from === previous.from && rows === previous.rows && height === previous.height;
  return isSame ? previous : { from, rows, height };
}
