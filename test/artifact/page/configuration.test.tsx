import { afterEach, describe, expect, it } from 'vitest';
import { CONFIGURATION_ID, emptyConfigurationBlock } from '../../../skill/report/pages.ts';
import { configurationIn, withTenantFile } from '../../../artifact/page/configuration.ts';
import { parseConfiguration } from '../../../artifact/session/model/configuration.ts';

afterEach(() => {
  document.body.innerHTML = '';
});

function place(text: string): void {
  const block = document.createElement('script');
  block.type = 'application/json';
  block.id = CONFIGURATION_ID;
  block.textContent = text;
  document.body.append(block);
}

describe('the configuration block of a built page', () => {
  it('overrides nothing while it is as the build left it', () => {
    place(emptyConfigurationBlock);
    expect(configurationIn(document)).toEqual({});
  });

  it('overrides the keys a person has set', () => {
    place('{ "connector": "mcp__torii__list_apps", "mapping": null }');
    expect(configurationIn(document)).toEqual({ connector: 'mcp__torii__list_apps' });
  });

  it('is reported, not swallowed, when it is not JSON', () => {
    place('{ connector: torii }');
    const parsed = parseConfiguration(configurationIn(document));
    expect(parsed.ok).toBe(false);
  });

  it('may be absent', () => {
    expect(configurationIn(document)).toEqual({});
    expect(parseConfiguration({}).ok).toBe(true);
  });
});

describe('what lies beside the page', () => {
  const given = { connector: 'torii', tenantFile: 'tenant.json' };

  it('is read by its name and put to the rest', async () => {
    const asked: string[] = [];
    const whole = await withTenantFile(given, async (name) => {
      asked.push(name);
      return { mapping: { schemaVersion: 1 }, baseline: null };
    });
    expect(asked).toEqual(['tenant.json']);
    expect(whole).toEqual({ connector: 'torii', mapping: { schemaVersion: 1 }, baseline: null });
  });

  it.each([
    ['is not there', () => Promise.reject(new Error('404'))],
    ['is not an object', () => Promise.resolve([1])],
  ])('is reported where it %s', async (_case, read) => {
    const parsed = parseConfiguration(await withTenantFile(given, read));
    expect(parsed.ok).toBe(false);
    if (parsed.ok) return;
    expect(parsed.problems.map(({ path }) => path)).toEqual(['tenantFile']);
    expect(parsed.problems[0]?.remedy).toContain('tenant.json among the files');
  });

  it.each(['../tenant.json', 'https://example.com/tenant.json', '/tenant.json', 'tenant', 7])(
    'is never sought at %j',
    async (tenantFile) => {
      const asked: string[] = [];
      const read = async (name: string): Promise<unknown> => asked.push(name);
      expect(await withTenantFile({ tenantFile }, read)).toEqual({ tenantFile });
      expect(asked).toEqual([]);
      expect(parseConfiguration({ tenantFile }).ok).toBe(false);
    },
  );
});
