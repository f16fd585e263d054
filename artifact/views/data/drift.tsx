import { useMemo, type ReactNode } from 'react';
import { type DriftItem, recordDrift } from '../../../skill/mapping/drift.ts';
import { formatCounted } from '../../parts/text.ts';
import { FirstFew, Tag, type Tone } from '../../parts/layout.ts';
import { useResults } from '../page-context.ts';

const tones: Readonly<Record<DriftItem['severity'], Tone>> = {
  broken: 'serious',
  check: 'caution',
  note: 'neutral',
};

/** Where the mapping and the tenant as read today no longer fit. */
export function Drift(): ReactNode {
  const { mapping, records } = useResults();
  const items = useMemo(() => recordDrift(mapping, records), [mapping, records]);
  return (
    <>
      <p className="sentence">
        {items.length === 0
          ? 'It fits the records as read today: no drift.'
          : `${formatCounted(items.length, 'difference')} between it and the records as read today.`}
      </p>
      <ul className="gaps">
        <FirstFew
          first={5}
          items={items.map(({ severity, path, message, remedy }) => (
            <li key={path + message}>
              <span>
                <Tag tone={tones[severity]}>{severity}</Tag> {message}
              </span>
              <span className="quiet">{remedy}</span>
            </li>
          ))}
        />
      </ul>
    </>
  );
}
