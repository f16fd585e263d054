import { describe, expect, it } from 'vitest';
import { documentOf, fragmentOf, shellOf } from '../../skill/report/pages.ts';

const shell = shellOf('A page', ['demo.js', 'app.js']);
const files = new Map([
  ['app.css', 'a::before{content:"$& $1"}'],
  ['demo.js', 'first("$&")'],
  ['app.js', 'second()'],
]);

describe('the shell of a page', () => {
  it('is ASCII, small, and begins with its title', () => {
    expect(shell).toMatch(/^<title>A page<\/title>\n[\0-\x7f]*$/);
    expect(shell.length).toBeLessThan(600);
  });

  it('leaves doctype, html, head and body to the host', () => {
    for (const text of [shell, fragmentOf(shell, files)])
      expect(text).not.toMatch(/<!doctype|<html|<head>|<body>/i);
  });

  it('carries a configuration block that is JSON', () => {
    const block = /<script type="application\/json"[^>]*>([^<]*)<\/script>/.exec(shell)?.[1];
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

function partsOf(html: string): { styles: string[]; scripts: string[]; links: number } {
  const inside = (pattern: RegExp): string[] =>
    [...html.matchAll(pattern)].map(([, text = '']) => text.trim());
  return {
    styles: inside(/<style>([\s\S]*?)<\/style>/g),
    scripts: inside(/<script>([\s\S]*?)<\/script>/g),
    links: html.split('<link').length - 1,
  };
}

describe('the page in one file', () => {
  it.each([
    ['document', documentOf],
    ['fragment', fragmentOf],
  ] as const)('holds every file of the %s, unchanged and in order', (_name, form) => {
    const page = partsOf(form(shell, files));
    expect(page.styles).toEqual(['a::before{content:"$& $1"}']);
    expect(page.scripts).toEqual(['first("$&")', 'second()']);
    expect(page.links).toBe(0);
  });

  it('is a document with a head and a body', () => {
    expect(documentOf(shell, files)).toMatch(
      /^<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>[\s\S]*<\/head>\n<body>\n<div id=/,
    );
  });

  it('is not made when a file is missing', () => {
    expect(() => fragmentOf(shell, new Map())).toThrow('app.css');
  });
});
