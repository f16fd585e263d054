import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createTally } from '../../skill/torii/read/tally.ts';
import { rowId, type RowId } from '../../skill/torii/reply/row-identity.ts';

const person = fc.constantFrom(1, '1', 2, 'ada', 'ADA', '', null);
const account = fc.constantFrom(1, '1', 11, '11', 'ada', null);
const email = fc.constantFrom('ada@example.com', 'Ada@Example.com', 'root@example.com', '', null);
const rows = fc.array(
  fc.record({ idUser: person, id: account, email, status: fc.constantFrom('active', 'deleted') }),
  { maxLength: 30 },
);

it('keeps each account once, and knows which of those that came again had changed', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const met = new Map<RowId, string>();
      const expected = { kept: 0, dropped: 0, duplicates: 0, changed: 0 };
      for (const row of all) {
        const id = rowId('appUsers', row);
        const before = id === null ? undefined : met.get(id);
        if (id === null) expected.dropped += 1;
        else if (before === undefined) {
          expected.kept += 1;
          met.set(id, JSON.stringify(row));
        } else {
          expected.duplicates += 1;
          if (before !== JSON.stringify(row)) expected.changed += 1;
        }
      }
      const tally = createTally('appUsers');
      expect(tally.take(all)).toHaveLength(expected.kept);
      expect(tally).toMatchObject(expected);
    }),
    { seed: 17, numRuns: 500 },
  );
});
