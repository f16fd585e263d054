import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { asciiScript, asciiStyle, documentOf, fragmentOf } from '../../../artifact/build/document.ts';

const page = { title: 'A page', script: 'run("\u00e9")', style: 'a::before{content:"\u2192"}' };

describe('asciiScript', () => {
  it.each([
    ['"caf\u00e9"', '"caf\\u00e9"'],
    ['"\u{1f600}"', '"\\ud83d\\ude00"'],
    ['"\ufffd"', '"\\ufffd"'],
    ['"</script>"', '"<\\/script>"'],
    ['"</SCRIPT >"', '"<\\/SCRIPT >"'],
    ['"<!--"', '"<\\!--"'],
  ])('writes %s as %s', (source, written) => {
    expect(asciiScript(source)).toBe(written);
  });

  it('keeps the value of every literal it touches', () => {
    const literals = ['"caf\u00e9"', '`\u2192 ${1 + 1}`', '"</script>"', '"<!--"', '/\u00fc/.test("\u00fc")'];
    for (const literal of literals) {
      expect(runInNewContext(asciiScript(literal))).toBe(runInNewContext(literal));
    }
  });
});

describe('asciiStyle', () => {
  it('ends every escape with a space, so that a digit behind it stays a digit', () => {
    expect(asciiStyle('a{content:"\u21921"}')).toBe('a{content:"\\2192 1"}');
  });
});

describe('the text around a page', () => {
  it('is ASCII with the title in the first kilobyte', () => {
    for (const html of [documentOf(page), fragmentOf(page)]) {
      expect(html).toMatch(/^[\0-\x7f]*$/);
      expect(html.indexOf('<title>')).toBeLessThan(1024);
    }
  });

  it('leaves doctype, html, head and body out of a fragment', () => {
    expect(fragmentOf(page)).not.toMatch(/<!doctype|<html|<head>|<body>/i);
  });

  it('carries a configuration block that is JSON', () => {
    const block = /<script type="application\/json"[^>]*>([^<]*)<\/script>/.exec(documentOf(page))?.[1];
    expect(JSON.parse(block ?? '')).toEqual({
      connector: '',
      connectorName: 'Torii',
      mapping: null,
      decisions: null,
      baseline: null,
      asOf: null,
    });
  });
});
