import { describe, expect, it } from 'vitest';
import { auditTools } from '../../skill/torii/tools/audit.ts';
import { fingerprintOf } from '../../skill/torii/tools/fingerprint.ts';

const schema = (keys: readonly string[]) => ({
  type: 'object',
  properties: Object.fromEntries(keys.map((key) => [key, { type: 'string' }])),
});
const offered = [
  { name: 'mcp__t__list_apps', inputSchema: schema(['fields', 'size', 'secret']) },
  { name: 'mcp__t__get_contracts' },
  { name: 'mcp__t__update_user', annotations: { readOnlyHint: true } },
  { name: 'mcp__t__list_workflows' },
  { name: 'mcp__t__list_users', annotations: { readOnlyHint: false } },
];

describe('auditTools', () => {
  it('sorts the offered tools into callable, writes and unknown ones', () => {
    const audit = auditTools(offered);
    expect(audit.callable).toEqual([
      { wireName: 'mcp__t__list_apps', tool: 'list_apps', args: ['fields', 'size'] },
      { wireName: 'mcp__t__get_contracts', tool: 'list_contracts', args: null },
    ]);
    expect(audit.refused).toEqual([
      { wireName: 'mcp__t__update_user', why: 'write' },
      { wireName: 'mcp__t__list_workflows', why: 'unknown' },
      { wireName: 'mcp__t__list_users', why: 'write' },
    ]);
    expect(audit.missing.map(({ tool }) => tool)).toContain('list_users');
    expect(audit.missing.some(({ required }) => required)).toBe(false);
    expect(
      auditTools([])
        .missing.filter(({ required }) => required)
        .map(({ tool }) => tool),
    ).toEqual(['list_apps', 'list_contracts']);
  });

  it('tells what changed since a stored fingerprint, whatever the prefix and order', () => {
    const stored = fingerprintOf(offered);
    const renamed = offered
      .map((tool) => ({ ...tool, name: tool.name.replace('mcp__t__', 'mcp__other__') }))
      .toReversed();
    expect(auditTools(renamed, stored).changed).toEqual([]);
    const now = [
      { name: 'list_apps', inputSchema: schema(['fields', 'size']) },
      ...offered.slice(1, 4),
      { name: 'list_contracts_v2' },
    ];
    expect(auditTools(now, stored).changed).toEqual([
      { name: 'list_apps', change: 'schema' },
      { name: 'list_contracts_v2', change: 'added' },
      { name: 'list_users', change: 'removed' },
    ]);
  });

  it('does not call a schema changed that was never shown', () => {
    expect(auditTools([{ name: 'list_apps', inputSchema: schema(['q']) }], 'list_apps=-').changed).toEqual(
      [],
    );
  });
});
