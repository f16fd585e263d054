import { describe, expect, it } from 'vitest';
import {
  deniedOfNamedTorii,
  deniedOfTorii,
  deniedOnEveryServer,
  deniedTools,
} from '../../skill/surfaces/base/denied-tools.ts';
import { mcpJson } from '../../skill/surfaces/base/mcp-json.ts';
import { catalog, readTools } from '../../skill/torii/base/catalog.ts';
import { definitionsOf } from '../../mocks/torii/definitions.ts';

/** A glob in which only the asterisk is special, as the hosts have it. */
function matches(glob: string, name: string): boolean {
  const parts = glob.split('*').map((part) => part.replaceAll(/[^\w]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`).test(name);
}

describe('the denied tools', () => {
  const names = readTools.flatMap((tool) => [tool, ...catalog[tool].aliases]);

  it('leave every read of the catalog alone', () => {
    for (const name of names) {
      expect(deniedTools.filter((glob) => matches(glob, name))).toEqual([]);
      expect(deniedOfTorii.filter((glob) => matches(glob, name))).toEqual([]);
      const wire = `mcp__torii__${name}`;
      const onServers = [...deniedOnEveryServer, ...deniedOfNamedTorii];
      expect(onServers.filter((glob) => matches(glob, wire))).toEqual([]);
    }
  });

  it.each(['deleteContract', 'bulk_update_users', 'delete', 'contract_archive', 'send_mail'])(
    'leave out %s where Torii alone is shown',
    (name) => expect(deniedOfTorii.some((glob) => matches(glob, name))).toBe(true),
  );

  it.each([
    ['mcp__claude_ai_Torii__update_user', true],
    ['mcp__plugin_saas-rationalization-dashboard_torii__run_workflow', true],
    ['mcp__slack__send_message', false],
    ['mcp__okta__update_user', false],
  ])('that hold in every session deny %s: %s', (name, isDenied) => {
    expect(deniedOfNamedTorii.some((glob) => matches(glob, name))).toBe(isDenied);
  });

  it('cover every write and every file tool that the mock server offers', () => {
    const others = definitionsOf('current', '1.1').filter(({ kind }) => kind !== 'read');
    expect(others.length).toBeGreaterThan(3);
    for (const { name } of others) {
      expect(
        deniedTools.some((glob) => matches(glob, name)),
        name,
      ).toBe(true);
    }
  });
});

it('writes the server entry with its type, and no field for signing in', () => {
  expect(JSON.parse(mcpJson('https://api.toriihq.com/mcp'))).toEqual({
    mcpServers: { torii: { type: 'http', url: 'https://api.toriihq.com/mcp' } },
  });
});
