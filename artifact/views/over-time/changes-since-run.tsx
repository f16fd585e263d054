import type { ReactNode } from 'react';
import { changeSentences } from '../../../skill/report/history.ts';
import { spokenText } from '../../../skill/report/texts.ts';
import { Section } from '../../parts/layout.ts';
import { formatDate } from '../../parts/text.ts';
import { useResults } from '../page-context.ts';
import { useCompared } from './use-compared.ts';

/** What is new and gone, what costs more or less, which deadlines have come near. */
export function ChangesSinceRun(): ReactNode {
  const compared = useCompared();
  const { full } = useResults();
  if (compared === null) return null;
  const { changes, chosen } = compared;
  return (
    <Section
      title={`What changed since ${formatDate(changes.since)}`}
      provenance={
        chosen === null ? 'Compared with the last run that came with this page.' : `Compared with ${chosen}.`
      }
    >
      <ul className="changes">
        {changeSentences(changes, full).map((sentence, index) => (
          <li key={index}>{spokenText(sentence, full.currency)}</li>
        ))}
      </ul>
    </Section>
  );
}
