import type { ReactNode } from 'react';
import { Link } from '../controls/link.tsx';
import { MarkedDrawing } from './marked-drawing.tsx';

export interface MoneySpan {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly text: string;
  /** All of it in words. */
  readonly words: string;
  readonly href: string;
}

export interface MoneyBarProps {
  readonly label: string;
  readonly spans: readonly MoneySpan[];
}

const BAR = 28;
const GAP = 2;
/** A part that is there is seen. */
const LEAST = 5;

/** One bar cut by time, each part a way in; below it each part again in words, with its amount. */
export function MoneyBar({ label, spans }: MoneyBarProps): ReactNode {
  const shown = spans.filter(({ value }) => value > 0);
  return (
    <div>
      <MarkedDrawing label={label} className="money-bar" height={BAR}>
        {(width) => <SpanBars spans={shown} width={width} />}
      </MarkedDrawing>
      <ul className="legend money-legend">
        {shown.map(({ key, label: name, text }) => (
          <li key={key}>
            <svg aria-hidden="true" focusable="false" viewBox="0 0 12 12">
              <rect className={`when-${key}`} x="1" y="1" width="10" height="10" />
            </svg>
            <span>
              {name} <strong>{text}</strong>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface SpanBarsProps {
  readonly spans: readonly MoneySpan[];
  readonly width: number;
}

function SpanBars({ spans, width }: SpanBarsProps): ReactNode {
  const places = placesOf(spans, width);
  return spans.map(({ key, href, words }, index) => (
    <Link key={key} href={href} aria-label={words}>
      <title>{words}</title>
      <rect
        className={`when-${key}`}
        x={places[index]?.from}
        y="1"
        width={places[index]?.width}
        height={BAR - 2}
      />
    </Link>
  ));
}

/** Small parts are widened to be seen and hit; the others give way in proportion. */
function placesOf(spans: readonly MoneySpan[], width: number): { from: number; width: number }[] {
  const room = Math.max(0, width - GAP * (spans.length - 1));
  const total = spans.reduce((sum, { value }) => sum + value, 0);
  const isSmall = ({ value }: MoneySpan): boolean => (value / total) * room < LEAST;
  const small = spans.filter(isSmall);
  const rest = total - small.reduce((sum, { value }) => sum + value, 0);
  let from = 0;
  return spans.map((span) => {
    const own = isSmall(span) ? LEAST : (span.value / rest) * (room - LEAST * small.length);
    const place = { from, width: Math.max(own, 1) };
    from += own + GAP;
    return place;
  });
}
