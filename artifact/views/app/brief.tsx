import type { ReactNode } from 'react';
import { appBriefOf, type Sentence } from '../../../skill/report/texts.ts';
import { Section } from '../../parts/section.tsx';
import { SentenceText } from '../sentence-text.tsx';
import { hasRead, Provenance } from '../standing.tsx';
import { Pairs, type AppProps } from './facts.tsx';

/** What to bring to the table: what to ask, when to leave, by when to say so. */
export function Brief({ app, state, picture: { analysis } }: AppProps): ReactNode {
  const brief = appBriefOf(analysis, app.id);
  if (brief === null) return null;
  const say = (sentences: readonly Sentence[]): ReactNode =>
    sentences.map((sentence, index) => (
      <p key={index}>
        <SentenceText sentence={sentence} currency={analysis.currency} asOf={analysis.asOf} />
      </p>
    ));
  const isDated = hasRead(state, 'contracts');
  const unread: readonly Sentence[] = [['Unknown: the contracts have not been read.']];
  return (
    <Section title="Renewal brief" provenance={<Provenance state={state} sources={['apps', 'contracts']} />}>
      <Pairs
        pairs={[
          ['Last safe date', say(isDated ? [brief.lastSafeDate] : unread)],
          ['Ask', say(brief.ask)],
          ['Walk away', say(isDated ? brief.walkAway : unread)],
          ['Usage', say(brief.usage)],
        ]}
      />
    </Section>
  );
}
