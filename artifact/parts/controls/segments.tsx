import type { ReactNode } from 'react';
import { Link } from './link.tsx';

export interface SegmentsProps {
  /** What is divided, for assistive technology. */
  readonly label: string;
  /** Address of the segment of a name. */
  readonly addressOf: (name: string) => string;
  /** Name in the address and on the screen; the first is shown where the address names none. */
  readonly segments: readonly (readonly [name: string, label: ReactNode])[];
  readonly current: string;
}

/** The segments of a destination, each with an address of its own. */
export function Segments({ label, addressOf, segments, current }: SegmentsProps): ReactNode {
  return (
    <nav className="segments" aria-label={label}>
      <ul>
        {segments.map(([name, text]) => (
          <li key={name}>
            <Link href={addressOf(name)} aria-current={name === current ? 'page' : undefined}>
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The segment an address names, if it is one of them; else the first. */
export function segmentIn<Name extends string>(
  names: readonly [Name, ...Name[]],
  segment: string | null,
): Name {
  return names.find((name) => name === segment) ?? names[0];
}
