import type { ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { factValue, renderFact } from '../../../skill/analysis/facts.ts';
import { FigureLink } from '../figure.tsx';
import { factName } from '../fact-name.ts';

export interface EvidenceProps {
  readonly analysis: Analysis;
  readonly facts: readonly string[];
  /** Left out where it is named already. */
  readonly subject?: string | undefined;
}

/** Facts as words and figures: "unassigned seats 8". No record is named where all are of one record. */
export function Evidence({ analysis, facts, subject: known }: EvidenceProps): ReactNode {
  const named = facts.map((fact) => ({
    fact,
    ...factName(analysis, fact),
    value: factValue(analysis, fact),
  }));
  const isOne = known !== undefined && new Set(named.map(({ subject }) => subject)).size === 1;
  return named.map(({ fact, subject, field, value }) => {
    if (value === null) return null;
    const whose = isOne || subject === '' || subject === known ? '' : `${subject}: `;
    return (
      <li key={fact}>
        {`${whose}${field} `}
        <FigureLink fact={fact} stop>
          {renderFact(value)}
        </FigureLink>
      </li>
    );
  });
}
