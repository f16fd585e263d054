import type { ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { factValue, renderFact } from '../../../skill/analysis/facts.ts';
import { factName } from '../fact-name.ts';
import { Figure } from '../figure.tsx';

export interface EvidenceProps {
  readonly analysis: Analysis;
  readonly facts: readonly string[];
  /** Left out where it is named already. */
  readonly subject?: string | undefined;
}

/** Facts as words and figures: "unassigned seats 8". */
export function Evidence({ analysis, facts, subject: known }: EvidenceProps): ReactNode {
  return facts.map((fact) => {
    const value = factValue(analysis, fact);
    if (value === null) return null;
    const { subject, field } = factName(analysis, fact);
    const whose = subject === '' || subject === known ? '' : `${subject}: `;
    return (
      <li key={fact}>
        {`${whose}${field} `}
        <Figure fact={fact} stop>
          {renderFact(value)}
        </Figure>
      </li>
    );
  });
}
