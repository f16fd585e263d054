import { describe, expect, test } from 'vitest';
import { createFaultScript, withServerFaults } from '../../../mocks/hosts/faults.ts';

describe('the sentinel string', () => {
  test('strikes every call, one tool, or one call', () => {
    const script = createFaultScript('list_apps:reject@2, list_users:never');
    expect([script.next('list_apps'), script.next('list_apps'), script.next('list_apps')]).toEqual([
      null,
      'reject',
      null,
    ]);
    expect([script.next('list_users'), script.next('list_users')]).toEqual(['never', 'never']);
    expect(script.next('list_contracts')).toBeNull();
  });

  test('counts over all tools where no tool is named', () => {
    const script = createFaultScript('reauth@3');
    expect(['a', 'b', 'c', 'd'].map((tool) => script.next(tool))).toEqual([null, null, 'reauth', null]);
  });

  test('goes on from a call, for any tool', () => {
    const script = createFaultScript('*:reauth@2+');
    expect(['a', 'b', 'c'].map((tool) => script.next(tool))).toEqual([null, 'reauth', 'reauth']);
    expect(script.stands('reauth', 'a')).toBe(false);
  });

  test('lets a cold start end after the first call', () => {
    const script = createFaultScript('cold-start');
    expect([script.next('a'), script.next('a')]).toEqual(['cold-start', null]);
  });

  test('passes on what the server has to provoke', () => {
    const script = createFaultScript('list_apps:500@2,ungranted,429');
    expect(script.server).toBe('list_apps:500@2,429');
    expect(script.stands('ungranted', 'list_apps')).toBe(true);
    expect(withServerFaults('https://torii.test/mcp?as-of=2026-11-22', script)).toBe(
      'https://torii.test/mcp?as-of=2026-11-22&fault=list_apps%3A500%402%2C429',
    );
  });

  test('may be empty', () => {
    const script = createFaultScript('');
    expect(script.next('list_apps')).toBeNull();
    expect(withServerFaults('https://torii.test/mcp', script)).toBe('https://torii.test/mcp');
  });
});
