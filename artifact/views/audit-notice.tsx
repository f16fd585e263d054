import type { ReactNode } from 'react';
import type { Analysis } from '../../skill/analysis/contract.ts';
import { NoticeBox } from '../parts/layout.ts';
import { auditOf, useAfterPaint } from './use-after-paint.ts';

/** A result that contradicts itself is still shown, but never without saying so first. */
export function AuditNotice({ analysis }: { analysis: Analysis }): ReactNode {
  const selfAudit = useAfterPaint(analysis, auditOf);
  const broken = (selfAudit ?? []).filter(({ ok }) => !ok).map(({ check, detail }) => `${check}: ${detail}`);
  if (broken.length === 0) return null;
  return (
    <div className="notices">
      <NoticeBox
        tone="serious"
        sentence="A check on these figures does not hold."
        action="Look under Data, Self-audit, before relying on a total."
      >
        <p className="quiet">{broken.join(' ')}</p>
      </NoticeBox>
    </div>
  );
}
