import { describe, expect, it } from 'vitest';
import { driftOf } from '../../skill/mapping/drift/drift.ts';
import type { TenantMappingInput } from '../../skill/mapping/base/mapping.ts';
import type { JsonObject } from '../../skill/torii/base/json.ts';
import type { TenantRecords } from '../../skill/torii/base/records.ts';
import { definition, mappingWith, recordsWith, rows } from './sample.ts';

const input: Partial<TenantMappingInput> = {
  organizationalView: { label: 'Department', entity: 'user', key: 'department' },
  fields: {
    app: { category: { key: 'category' } },
    contract: { termEnd: { key: 'endDate' }, noticeDays: { key: 'c_noticeDays_1' } },
  },
  states: { Parked: 'pending' },
  connector: {
    tools: {
      capturedAt: '2026-11-01',
      offered: [
        { name: 'mcp__torii__list_apps', args: ['fields', 'size'], style: 'current' },
        { name: 'list_contracts', args: ['fields'], style: 'current' },
        { name: 'run_workflow', args: [], style: 'current' },
      ],
    },
  },
};
const mapping = mappingWith(input);

const contract = (index: number): JsonObject => ({ id: index, endDate: '2027-01-31', c_noticeDays_1: 30 });

function reading(part: Partial<TenantRecords> = {}): TenantRecords {
  return recordsWith({
    apps: rows(3, (id) => ({ id, category: 'Chat', state: 'Parked' })),
    contracts: rows(4, contract),
    users: rows(3, (id) => ({ id, department: 'Sales' })),
    ...part,
  });
}

function contractsWith(change: (index: number) => JsonObject): TenantRecords {
  return reading({ contracts: rows(4, (index) => ({ id: index, endDate: '2027-01-31', ...change(index) })) });
}

const notice = 'fields.contract.noticeDays';

const schema = (...keys: string[]): JsonObject => ({
  type: 'object',
  properties: Object.fromEntries(keys.map((key) => [key, {}])),
});

describe('fields', () => {
  it('reports nothing where nothing changed', () => {
    expect(driftOf(mapping, reading())).toEqual([]);
  });

  it('reports nothing about a source that was not read', () => {
    expect(driftOf(mapping, reading({ contracts: [], users: [] }))).toEqual([]);
  });

  it('a field that vanished breaks figures', () => {
    const [item] = driftOf(
      mapping,
      contractsWith(() => ({})),
    );
    expect(item).toMatchObject({ kind: 'vanished', severity: 'broken', path: notice });
    expect(item?.message).toContain('c_noticeDays_1');
  });

  it('a field that only its definition has left is still there', () => {
    const fields = [definition('contract', 'c_noticeDays_1', 'Notice', 'number')];
    const items = driftOf(mapping, { ...contractsWith(() => ({})), fields });
    expect(items.filter(({ severity }) => severity === 'broken')).toEqual([]);
  });

  it('the same name under another number is a rename', () => {
    const [item] = driftOf(
      mapping,
      contractsWith(() => ({ c_noticeDays_7: 30 })),
    );
    expect(item).toMatchObject({ kind: 'renamed', severity: 'broken', path: notice });
    expect(item?.remedy).toContain('c_noticeDays_7');
  });

  it('a label that names a vanished key is a rename too', () => {
    const fields = [definition('contract', 'ccf_x_2', 'Notice Days', 'number')];
    const [item] = driftOf(mapping, { ...contractsWith(() => ({ ccf_x_2: 30 })), fields });
    expect(item).toMatchObject({ kind: 'renamed' });
    expect(item?.remedy).toContain('ccf_x_2');
  });

  it('values that can no longer be read are a new type', () => {
    const [item] = driftOf(
      mapping,
      contractsWith(() => ({ c_noticeDays_1: 'see MSA' })),
    );
    expect(item).toMatchObject({ kind: 'retyped', severity: 'broken', path: notice });
  });

  it('a field that nobody fills, beside one that everybody fills, has a better one', () => {
    const records = contractsWith(() => ({ c_noticeDays_1: null, cancellationNoticeDays: 60 }));
    const item = driftOf(mapping, records).find(({ path }) => path === notice);
    expect(item).toMatchObject({ kind: 'better', severity: 'check' });
    expect(item?.message).toContain('cancellationNoticeDays');
  });

  it('a field that is mapped by its label is found by its label', () => {
    const named = mappingWith({
      ...input,
      fields: { app: {}, contract: { termEnd: { key: 'endDate' }, noticeDays: { key: 'notice period' } } },
    });
    const fields = [definition('contract', 'c_noticeDays_1', 'Notice Period', 'number')];
    expect(driftOf(named, reading({ fields })).filter(({ severity }) => severity !== 'note')).toEqual([]);
  });

  it('a field that could be mapped now is a note', () => {
    const records = contractsWith(() => ({ c_noticeDays_1: 30, autoRenewal: 'Yes' }));
    expect(driftOf(mapping, records)).toEqual([
      expect.objectContaining({ kind: 'better', severity: 'note', path: 'fields.contract.autoRenew' }),
    ]);
  });

  it('the Organizational View can vanish as well', () => {
    const [item] = driftOf(mapping, reading({ users: rows(3, (id) => ({ id, team: 'Sales' })) }));
    expect(item).toMatchObject({ kind: 'vanished', path: 'organizationalView' });
  });
});

describe('states', () => {
  it('new ones are to be classified, unused ones are noted', () => {
    const apps = rows(3, (id) => ({
      id,
      category: 'Chat',
      state: id === 0 ? 'Sanctioned' : 'Under legal hold',
    }));
    expect(driftOf(mapping, reading({ apps }))).toMatchObject([
      { kind: 'new-state', severity: 'check', message: expect.stringContaining('2 apps') as string },
      { kind: 'unused-state', severity: 'note', path: 'states.Parked' },
    ]);
  });
});

describe('tools', () => {
  it('says nothing without a list', () => {
    expect(driftOf(mapping, reading(), null)).toEqual([]);
    expect(
      driftOf(mappingWith(), reading(), [{ name: 'list_apps' }]).filter(
        ({ path }) => path === 'connector.tools',
      ),
    ).toEqual([]);
  });

  it('compares by bare name, whatever the prefix', () => {
    const offered = ['mcp__a1b2__list_apps', 'mcp__a1b2__list_contracts', 'mcp__a1b2__run_workflow'];
    expect(
      driftOf(
        mapping,
        reading(),
        offered.map((name) => ({ name })),
      ),
    ).toEqual([]);
  });

  it('tells new, changed and vanished ones, and keeps writes refused', () => {
    const items = driftOf(mapping, reading(), [
      { name: 'list_apps', inputSchema: schema('fields', 'cursor') },
      { name: 'run_workflow' },
      { name: 'delete_app' },
      { name: 'list_users' },
    ]);
    expect(items.map(({ kind, severity }) => `${kind} ${severity}`)).toEqual([
      'vanished-tool broken',
      'changed-tool check',
      'new-tool note',
      'new-tool note',
    ]);
    const text = items.map(({ message }) => message).join('\n');
    expect(text).toContain('+cursor −size');
    expect(text).toMatch(/delete_app, which is not in the read catalog and stays refused/);
    expect(text).not.toMatch(/list_users, which is not/);
  });
});
