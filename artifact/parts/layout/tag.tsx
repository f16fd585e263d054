import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'good' | 'caution' | 'serious';

/** The glyph is the second channel: a state is readable without its color. */
const glyphs: Readonly<Record<Tone, string>> = { neutral: '○', good: '●', caution: '◐', serious: '▲' };

/** A state in one or two words. */
export function Tag({ tone, children }: { tone: Tone; children: ReactNode }): ReactNode {
  return (
    <span className={`tag tag-${tone}`}>
      <span aria-hidden="true">
        {glyphs[tone]}
        {'\u00a0'}
      </span>
      {children}
    </span>
  );
}
