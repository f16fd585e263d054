import type { Column } from '../../parts/table.ts';
import { Amount } from '../amount.tsx';
import { countColumn, moneyCell, moneyColumn } from '../figure-columns.tsx';
import type { Survivor } from './survivors.ts';

const noCount = 'How many people the other apps would send is unknown.';

/** @param whose saving it is: the group's, or that of the two apps of a pair */
export function survivorColumns<Row extends Survivor>(
  currency: string,
  whose: 'Group' | 'Both',
): Column<Row>[] {
  return [
    countColumn({
      key: 'seats',
      header: 'Seats to add',
      lead: 'seats to add',
      secondary: true,
      of: ({ seats }) => seats,
      unknown: noCount,
    }),
    {
      key: 'cost',
      header: `Their cost, ${currency} a year`,
      lead: 'for',
      numeric: true,
      secondary: true,
      cell: ({ seats, seatCost }) => (
        <Amount
          minor={seatCost}
          currency={currency}
          unknown={seats === null ? noCount : 'No price of a seat is known; a quote is needed.'}
        />
      ),
      file: ({ seatCost }) => moneyCell(seatCost, currency),
    },
    moneyColumn(currency, {
      key: 'saving',
      header: `${whose} ${whose === 'Both' ? 'save' : 'saves'}, ${currency} a year`,
      of: ({ saving }) => saving,
      unknown: 'It depends on the seats to add.',
    }),
  ];
}
