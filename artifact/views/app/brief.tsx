import type { ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { appBriefOf, type Sentence } from '../../../skill/report/texts.ts';
import { Section } from '../../parts/layout.ts';
import { SentenceText } from '../sentence-text.tsx';
import { hasRead, Provenance } from '../completeness-badge.tsx';
import { undoneWords } from '../decide/inbox/undone-words.ts';
import { Pairs, type AppProps } from './facts.tsx';
import { useResults } from '../page-context.ts';

/** What to bring to the table: what to ask, when to leave, by when to say so. */
export function RenewalBrief({ app }: AppProps): ReactNode {
  const results = useResults();
  const { shown: analysis } = results;
  const brief = appBriefOf(analysis, app.id);
  if (brief === null) return null;
  const say = (sentences: readonly Sentence[]): ReactNode =>
    sentences.map((sentence, index) => (
      <p key={index}>
        <SentenceText sentence={sentence} currency={analysis.currency} asOf={analysis.asOf} />
      </p>
    ));
  const missing = missingIt(analysis, app.id);
  const isDated = hasRead(results, 'contracts');
  const unread: readonly Sentence[] = [['Unknown: the contracts have not been read.']];
  return (
    <Section title="Renewal brief" provenance={<Provenance sources={['apps', 'contracts']} />}>
      <Pairs
        pairs={[
          ['Last safe date', say(isDated ? [brief.lastSafeDate] : unread)],
          ...(missing.length > 0 ? [['Cost of missing it', say(missing)] as const] : []),
          ['Ask', say(brief.ask)],
          ['Walk away', say(isDated ? brief.walkAway : unread)],
          ['Usage', say(brief.usage)],
        ]}
      />
    </Section>
  );
}

/** A sentence for each contract that still runs, named where there are several. */
function missingIt({ renewals }: Analysis, appId: number): Sentence[] {
  const running = renewals.filter((renewal) => renewal.appId === appId && renewal.bucket !== 'ended');
  return running.flatMap((renewal) => {
    const words = undoneWords(renewal);
    if (words === null) return [];
    return [running.length === 1 ? words : [{ name: renewal.name }, '. ', ...words]];
  });
}
