import { describe, expect, it } from 'vitest';
import { claudeCodeFiles } from '../../skill/surfaces/claude-code/files.ts';
import { listedTools } from '../../skill/surfaces/base/tool-list.ts';
import { readTools } from '../../skill/torii/base/catalog.ts';
import { definitionsOf, offered } from '../../mocks/torii/definitions.ts';
import { textOf, withDemoMapping, withoutMapping } from './inputs.ts';

const settingsFile = 'saas-rationalization/torii-readonly.settings.json';

describe('the files of Claude Code', () => {
  it('are these, and the mapping where there is one', () => {
    const paths = claudeCodeFiles(withoutMapping).map(({ path }) => path);
    expect(paths).toEqual([
      '.mcp.json',
      'CLAUDE.md',
      '.claude/settings.json',
      settingsFile,
      'saas-rationalization/torii.mcp.json',
      'saas-rationalization/torii-read-only.sh',
      'saas-rationalization/torii-records.sh',
      'saas-rationalization/prompt.md',
      'saas-rationalization/run.mjs',
    ]);
    expect(claudeCodeFiles(withDemoMapping()).map(({ path }) => path)).toContain(
      'saas-rationalization/tenant-mapping.json',
    );
  });

  it('are the same bytes each time', () => {
    expect(claudeCodeFiles(withDemoMapping())).toEqual(claudeCodeFiles(withDemoMapping()));
  });

  it('hold no secret and no field for one', () => {
    for (const { path, bytes } of claudeCodeFiles(withDemoMapping())) {
      expect(new TextDecoder().decode(bytes), path).not.toMatch(/authorization|bearer|api[-_]?key|secret/i);
    }
  });

  it('name the mapping, its state and the Organizational View in CLAUDE.md', () => {
    const section = textOf(claudeCodeFiles(withDemoMapping()), 'CLAUDE.md');
    expect(section).toContain('tenant-mapping.json` (approved, the Organizational View "Department")');
    expect(textOf(claudeCodeFiles(withoutMapping), 'CLAUDE.md')).toContain('figures are drafts');
  });
});

describe('the settings', () => {
  const settings = JSON.parse(textOf(claudeCodeFiles(withoutMapping), settingsFile));

  it('ask nobody and bypass nothing', () => {
    expect(settings.permissions).toMatchObject({
      defaultMode: 'dontAsk',
      disableBypassPermissionsMode: 'disable',
    });
  });

  it('allow every read under each name of the connector, spelled out', () => {
    const { allow } = settings.permissions;
    for (const tool of readTools) {
      expect(allow).toContain(`mcp__torii__${tool}`);
      expect(allow).toContain(`mcp__plugin_saas-rationalization-dashboard_torii__${tool}`);
      expect(allow).toContain(`mcp__claude_ai_Torii__${tool}`);
    }
    expect(allow.filter((rule: string) => rule.includes('*'))).toEqual([]);
  });

  it('deny writes on every server', () => {
    expect(settings.permissions.deny).toContain('mcp__*__update_*');
    expect(settings.permissions.deny).toContain('mcp__*__run_*');
  });

  it('guard Torii, and block only Torii where the guard cannot start', () => {
    const [named, other] = settings.hooks.PreToolUse;
    expect('mcp__claude_ai_Torii__update_user').toMatch(new RegExp(named.matcher));
    expect('mcp__slack__send_message').not.toMatch(new RegExp(named.matcher));
    expect(named.hooks[0]).toMatchObject({ type: 'command', onFailure: 'block' });
    expect(named.hooks[0].command).toContain('saas-rationalization/torii-read-only.sh');
    expect(other.hooks[0]).not.toHaveProperty('onFailure');
  });

  it('of every session in the project deny and guard, and leave all else to the person', () => {
    const always = JSON.parse(textOf(claudeCodeFiles(withoutMapping), '.claude/settings.json'));
    expect(always.hooks).toEqual(settings.hooks);
    expect(Object.keys(always.permissions)).toEqual(['deny']);
    expect(always.permissions.deny).toContain('mcp__*Torii*__update_*');
    expect(always.permissions.deny.filter((rule: string) => !/torii/i.test(rule))).toEqual([]);
  });

  it('allow what a live server offers of the catalog, and no more', () => {
    const tools = listedTools(definitionsOf('older', '1.0').map(offered));
    const live = JSON.parse(textOf(claudeCodeFiles({ ...withoutMapping, tools }), settingsFile));
    const own = live.permissions.allow.filter((rule: string) => rule.startsWith('mcp__torii__'));
    expect(own).toEqual([
      'mcp__torii__list_apps',
      'mcp__torii__get_app',
      'mcp__torii__get_app_fields',
      'mcp__torii__list_users',
      'mcp__torii__list_contracts',
      'mcp__torii__get_contract',
      'mcp__torii__get_contract_fields',
    ]);
  });
});
