import type { ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { counted } from '../../parts/count.ts';
import { Section } from '../../parts/section.tsx';
import { Table } from '../../parts/table.tsx';
import { Tag } from '../../parts/tag.tsx';

type Check = Analysis['selfAudit'][number];

/** The checks every result passes before it is shown. */
export function SelfAudit({ analysis }: { analysis: Analysis }): ReactNode {
  const { selfAudit } = analysis;
  const broken = selfAudit.filter(({ ok }) => !ok).length;
  const sentence =
    broken === 0
      ? `All ${counted(selfAudit.length, 'check')} on this result hold.`
      : `${broken} of ${counted(selfAudit.length, 'check')} on this result do not hold: do not rely on the totals.`;
  return (
    <Section title="Self-audit" sentence={sentence}>
      <Table
        caption="Checks on this result"
        columns={columns}
        rows={selfAudit}
        keyOf={({ check }) => check}
        first={20}
      />
    </Section>
  );
}

const columns = [
  { key: 'check', header: 'Check', cell: ({ check }: Check) => check },
  { key: 'detail', header: 'Detail', secondary: true, cell: ({ detail }: Check) => detail },
  {
    key: 'ok',
    header: 'Result',
    cell: ({ ok }: Check) => <Tag tone={ok ? 'good' : 'serious'}>{ok ? 'holds' : 'does not hold'}</Tag>,
  },
];
