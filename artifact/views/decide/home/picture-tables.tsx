import type { ReactNode } from 'react';
import type { Analysis } from '../../../../skill/analysis/contract.ts';
import type { MoneyWhen } from '../../../../skill/analysis/facts.ts';
import { formatNearDate } from '../../../parts/text.ts';
import { Table, type Column } from '../../../parts/table.ts';
import { hasRead } from '../../completeness-badge.tsx';
import { countColumn, moneyColumn } from '../../figure-columns.tsx';
import { useResults } from '../../page-context.ts';
import { contractLink } from '../renewals/contract-columns.tsx';
import { nearDeadlines, type StripDeadline } from './deadline-dots.ts';
import { moneyTimes, timeWords } from './money-times.ts';

/** The pictures of the home once more, as tables. */
export function PictureTables(): ReactNode {
  const results = useResults();
  if (!hasRead(results, 'contracts')) return null;
  const { shown: analysis } = results;
  const times = moneyTimes(analysis);
  return (
    <details className="as-tables">
      <summary>The two pictures as tables</summary>
      <Table
        caption="Notice deadlines of the next 90 days"
        columns={deadlineColumns(analysis)}
        rows={nearDeadlines(analysis)}
        keyOf={({ renewal }) => renewal.contractId}
      />
      {times.length > 0 && (
        <Table
          caption="Savings by when they can leave the bill"
          columns={timeColumns(analysis)}
          rows={times}
          keyOf={({ when }) => when}
        />
      )}
    </details>
  );
}

function deadlineColumns({ currency, asOf }: Analysis): Column<StripDeadline>[] {
  return [
    {
      key: 'name',
      header: 'App',
      cell: ({ renewal }) => contractLink(renewal),
      order: ({ renewal }) => renewal.appName ?? renewal.name,
    },
    {
      key: 'date',
      header: 'Decide by',
      cell: ({ date, kind }) => `${formatNearDate(date, asOf)}${kind === 'missed' ? ', missed' : ''}`,
      order: ({ date }) => date,
    },
    moneyColumn(currency, {
      key: 'stake',
      header: `At stake, ${currency} a year`,
      of: ({ renewal }) => renewal.annualValue,
      unknown: 'The contract states no annual value.',
    }),
    moneyColumn(currency, {
      key: 'saves',
      header: `Saves, ${currency} a year`,
      of: ({ renewal }) => renewal.savingAnnual,
      unknown: 'What of the saving hangs on this contract is not known.',
    }),
  ];
}

function timeColumns({ currency }: Analysis): Column<MoneyWhen>[] {
  return [
    {
      key: 'when',
      header: 'When',
      cell: ({ when }) => timeWords[when][1],
      file: ({ when }) => timeWords[when][1],
    },
    countColumn({ key: 'apps', header: 'Apps', of: ({ apps }) => apps, fact: ({ facts }) => facts.apps }),
    moneyColumn(currency, {
      key: 'saving',
      header: `Saves, ${currency} a year`,
      of: ({ savingAnnual }) => savingAnnual,
      fact: ({ facts }) => facts.savingAnnual,
    }),
  ];
}
