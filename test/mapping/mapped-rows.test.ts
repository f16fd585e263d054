import { describe, expect, it } from 'vitest';
import { applyMapping } from '../../skill/mapping/apply/apply.ts';
import { MappedRows } from '../../skill/mapping/apply/mapped-rows.ts';
import type { JsonObject } from '../../skill/torii/base/json.ts';
import { complete, mappingWith, recordsWith } from './sample.ts';

const mapping = mappingWith({ fields: { app: { vendor: { key: 'vendor' } }, contract: {} } });
const plain: JsonObject[] = [
  { id: 1, name: 'One' },
  { id: 2, name: 'Two' },
];
const withVendor: JsonObject[] = [...plain, { id: 3, name: 'Three', vendor: 'Acorn' }];

describe('rows that were mapped before', () => {
  it('are not mapped again while the mapping means the same', () => {
    const met = new MappedRows();
    const first = applyMapping(recordsWith({ apps: plain }), mapping, met);
    const more = applyMapping(recordsWith({ apps: [...plain, { id: 4, name: 'Four' }] }), mapping, met);
    expect(more.apps.map((app) => first.apps.includes(app))).toEqual([true, true, false]);
  });

  it('are mapped again when a field turns out not to be hidden', () => {
    const met = new MappedRows();
    const [hidden] = applyMapping(recordsWith({ apps: plain }), mapping, met).apps;
    expect(hidden?.vendor).toMatchObject({ reason: 'hidden-by-role' });
    const grown = applyMapping(recordsWith({ apps: withVendor }), mapping, met);
    expect(grown).toEqual(applyMapping(recordsWith({ apps: withVendor }), mapping));
    expect(grown.apps[0]?.vendor).toMatchObject({ reason: 'absent' });
  });

  it('are mapped again under another mapping', () => {
    const met = new MappedRows();
    applyMapping(recordsWith({ apps: withVendor }), mapping, met);
    const other = mappingWith({ fields: { app: { vendor: { key: 'name' } }, contract: {} } });
    expect(applyMapping(recordsWith({ apps: withVendor }), other, met).apps[2]?.vendor).toMatchObject({
      value: 'Three',
    });
  });

  it('stay left out when they have no id', () => {
    const met = new MappedRows();
    const apps = [{ name: 'Nobody' }, ...plain];
    const records = recordsWith({ apps, completeness: [complete('apps', 3)] });
    for (const _ of [1, 2]) {
      const { apps: kept, completeness } = applyMapping(records, mapping, met);
      expect(kept).toHaveLength(2);
      expect(completeness.find(({ source }) => source === 'apps')?.dropped).toBe(1);
    }
  });
});
