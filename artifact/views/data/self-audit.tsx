import type { ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { formatCounted } from '../../parts/text.ts';
import { Section, Tag } from '../../parts/layout.ts';
import { auditOf, useAfterPaint } from '../use-after-paint.ts';

/** The checks every result passes before it is shown. */
export function SelfAudit({ analysis }: { analysis: Analysis }): ReactNode {
  const selfAudit = useAfterPaint(analysis, auditOf);
  if (selfAudit === null) return <Section title="Self-audit" sentence="Checked once everything is read." />;
  return (
    <Section title="Self-audit" sentence={sentenceOf(selfAudit)}>
      <ul className="checks">
        {selfAudit.map(({ check, ok, detail }) => (
          <li key={check}>
            {check} <Tag tone={ok ? 'good' : 'serious'}>{ok ? 'holds' : `does not hold: ${detail}`}</Tag>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function sentenceOf(selfAudit: Analysis['selfAudit']): string {
  const broken = selfAudit.filter(({ ok }) => !ok).length;
  const checks = formatCounted(selfAudit.length, 'check');
  return broken === 0
    ? `All ${checks} on this result hold.`
    : `${broken} of ${checks} on this result do not hold: do not rely on the totals.`;
}
