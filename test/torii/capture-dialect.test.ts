import { describe, expect, it } from 'vitest';
import { createTenant } from '../../mocks/tenant/tenant.ts';
import { createTorii } from '../../mocks/torii/torii.ts';
import { captureDialect } from '../../skill/torii/tools/capture-dialect.ts';

const tenant = createTenant({ size: 'small' });

function styleOf(style: 'current' | 'older'): string | undefined {
  const captured = captureDialect(createTorii(tenant, { style }).tools());
  return captured.find(({ name }) => name === 'list_apps')?.style;
}

describe('captureDialect', () => {
  it('tells the older server from the current one by the form of its structured arguments', () => {
    expect([styleOf('current'), styleOf('older')]).toEqual(['current', 'older']);
  });

  it('remembers the tools that stay refused, so that a later run can tell what is new', () => {
    const names = captureDialect(createTorii(tenant).tools()).map(({ name }) => name);
    expect(names).toContain('list_apps');
    expect(names).toContain('run_workflow');
  });

  it('takes the name without the prefix of one machine, and only tools whose schema it could read', () => {
    const schema = { type: 'object', properties: { size: { type: 'integer' } } };
    expect(
      captureDialect([{ name: 'mcp__a1__list_apps', inputSchema: schema }, { name: 'list_users' }]),
    ).toEqual([{ name: 'list_apps', args: ['size'], style: 'current' }]);
  });
});
