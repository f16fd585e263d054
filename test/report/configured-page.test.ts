import { describe, expect, it } from 'vitest';
import { configuredPage } from '../../skill/report/files.ts';
import { shellOf } from '../../skill/report/pages.ts';

const page = shellOf('A page', []);

function blockOf(html: string | null): unknown {
  const text = /saas-rationalization-configuration">([^<]*)<\/script>/.exec(html ?? '')?.[1];
  return JSON.parse(text ?? 'null');
}

describe('configuredPage', () => {
  it('replaces the keys that are given and keeps the others', () => {
    const before = blockOf(page);
    expect(before).toMatchObject({ connector: '', mapping: null });
    expect(blockOf(configuredPage(page, { connector: 'abc' }))).toEqual({
      ...Object(before),
      connector: 'abc',
    });
  });

  it('carries text that would end the block or be re-encoded, unchanged in value', () => {
    const name = '</script><script>alert(1)</script> & caf\u00e9 \u{1f600} $& $1';
    const filled = configuredPage(page, { mapping: { tenant: { name } } });
    expect(blockOf(filled)).toMatchObject({ mapping: { tenant: { name } } });
    expect(filled).toMatch(/^[\0-\x7f]*$/);
    expect(filled).not.toContain('alert(1)</script>');
  });

  it('can be filled again', () => {
    const once = configuredPage(page, { connector: 'first' });
    expect(blockOf(configuredPage(once ?? '', { connector: 'second' }))).toMatchObject({
      connector: 'second',
    });
  });

  it('replaces a block that was edited into something unreadable', () => {
    const broken = page.replace('"connector":""', '"connector":');
    expect(blockOf(configuredPage(broken, { connector: 'abc' }))).toMatchObject({ connector: 'abc' });
  });

  it('gives nothing for a page without a block', () => {
    expect(configuredPage('<p>Not ours</p>', { connector: 'abc' })).toBeNull();
  });
});
