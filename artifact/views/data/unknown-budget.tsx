import type { ReactNode } from 'react';
import { unknownsOf } from '../../../skill/report/texts.ts';
import { formatCompactMoney } from '../../parts/text.ts';
import { Section } from '../../parts/layout.ts';
import { SentenceText } from '../sentence-text.tsx';
import { Provenance } from '../completeness-badge.tsx';
import { useResults } from '../page-context.ts';

/** Money and records that nobody can judge, and for each the cheapest thing that would change that. */
export function UnknownBudget(): ReactNode {
  const { shown: analysis } = useResults();
  const { currency, asOf, totals } = analysis;
  const unknowns = unknownsOf(analysis);
  const money = (totals.unknownSeatValueAnnual ?? 0) + totals.exitUnknownAnnual;
  return (
    <Section
      title="Unknown budget"
      sentence={
        unknowns.length === 0
          ? 'Nothing that these records should say is missing.'
          : `${money > 0 ? `${formatCompactMoney(money, currency)} a year has no usage data or no date to leave. ` : ''}Each gap comes with the cheapest way to close it.`
      }
      provenance={<Provenance sources={['apps', 'contracts']} />}
    >
      <ul className="gaps">
        {unknowns.map(({ id, what, remedy }) => (
          <li key={id}>
            <SentenceText sentence={what} currency={currency} asOf={asOf} />
            <span className="quiet">
              <SentenceText sentence={remedy} currency={currency} asOf={asOf} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
