import type { ReactNode } from 'react';

const WIDTH = 72;
const HEIGHT = 18;

/** Amounts in their order as small bars, beside the words that say them; null = unknown, hatched. */
export function Sparkline({ values }: { readonly values: readonly (number | null)[] }): ReactNode {
  const most = Math.max(...values.map((value) => value ?? 0), 1);
  const step = WIDTH / Math.max(1, values.length);
  return (
    <svg className="sparkline" width={WIDTH} height={HEIGHT} aria-hidden="true" focusable="false">
      {values.map((value, index) => {
        const tall = value === null ? HEIGHT / 2 : Math.max(1, (Math.max(0, value) / most) * HEIGHT);
        return (
          <rect
            key={index}
            className={value === null ? 'mark-unknown' : 'mark-actual'}
            x={index * step}
            y={HEIGHT - tall}
            width={step - 1}
            height={tall}
          />
        );
      })}
    </svg>
  );
}
