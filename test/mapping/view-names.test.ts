/** An Organizational View goes by many names; how its values are spelled does not make more of them. */
import { describe, expect, it } from 'vitest';
import { viewCandidates } from '../../skill/mapping/discovery/view-candidates.ts';
import { definition, recordsWith, rows } from './sample.ts';

function candidates(label: string, values: readonly string[]) {
  const users = rows(60, (index) => ({
    id: index + 1,
    lifecycleStatus: 'active',
    c_field_1: values[index % values.length] ?? '',
    shirtSize: ['S', 'M', 'L'][index % 3] ?? '',
  }));
  return viewCandidates(recordsWith({ users, fields: [definition('user', 'c_field_1', label)] }));
}

describe('a field that splits the organization', () => {
  it.each(['Squad', 'BU', 'Dept.', 'Kostenstelle ', 'Équipe', 'Dipartimento', 'Centro de costos'])(
    'is found under the name %s',
    (label) => {
      const [first] = candidates(label, ['Alpha', 'Beta', 'Gamma']);
      expect([first?.key, first?.values]).toEqual(['c_field_1', 3]);
    },
  );

  it('has one value for each of its spellings', () => {
    const [first] = candidates('Squad', ['Alpha', 'alpha ', 'ALPHA', 'Beta']);
    expect(first?.values).toBe(2);
  });
});
