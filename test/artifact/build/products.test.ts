import { parseSync } from 'oxc-parser';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { built } from './built.ts';

const oneFile = ['dashboard.html', 'demo.html'];
const shells = ['index.html', 'demo-index.html'];
const code = ['app.js', 'demo.js', 'app.css'];
const template = 'react-dashboard-template.jsx';
const small = 'react-dashboard-template.min.jsx';
const all = [...oneFile, ...shells, ...code, template, small];

let products: ReadonlyMap<string, string>;
let again: ReadonlyMap<string, string>;

beforeAll(async () => {
  vi.stubEnv('NODE_ENV', 'production');
  const environments = ['dashboard', 'demo', 'template'];
  products = await built(environments);
  again = await built(environments);
}, 240_000);

function product(name: string): string {
  const text = products.get(name);
  if (text === undefined) throw new Error(`${name} was not built.`);
  return text;
}

function longestLine(text: string): number {
  return Math.max(...text.split('\n').map((line) => line.length));
}

describe('the builds', () => {
  it('make every form of the page and the template, and nothing else', () => {
    expect([...products.keys()].toSorted()).toEqual(all.toSorted());
  });

  it.each(all)('give the same bytes of %s again', (name) => {
    expect(product(name).length).toBeGreaterThan(400);
    expect(again.get(name) === product(name)).toBe(true);
  });

  it.each(all)('keep to ASCII in %s', (name) => {
    expect(/[^\0-\x7f]/.exec(product(name))?.[0]).toBeUndefined();
    expect(product(name)).not.toContain('\ufffd');
  });

  it.each([...oneFile, ...shells, ...code])('keep every line of %s short enough to be shown', (name) => {
    expect(longestLine(product(name))).toBeLessThan(2_000);
  });

  it.each([...oneFile, ...shells])('begin %s with its title, and end no script from within', (name) => {
    const html = product(name);
    expect(html.indexOf('<title>')).toBeGreaterThanOrEqual(0);
    expect(html.indexOf('<title>')).toBeLessThan(200);
    expect(html.match(/<\/script/gi)).toHaveLength(name.startsWith('demo') ? 3 : 2);
    expect(html.match(/<!--/g)).toHaveLength(1);
  });

  it.each(shells)('leave the skeleton out of %s', (name) => {
    expect(product(name)).not.toMatch(/<!doctype|<html[\s>]|<head>|<body[\s>]/i);
  });

  it('put the same program into both pages and beside their shells', () => {
    for (const name of oneFile) expect(product(name)).toContain(product('app.js'));
    expect(product('dashboard.html')).not.toContain(product('demo.js'));
  });

  it.each(code)('begin %s with the line that marks it as ours', (name) => {
    expect(product(name)).toMatch(/^\/\*! saas-rationalization-dashboard \d+\.\d+\.\d+, MIT license \*\/\n/);
  });

  it('say at the top of the program what it may call, in at most 40 lines', () => {
    const end = product('app.js').indexOf('*/\n(');
    const banner = product('app.js').slice(0, end);
    expect(banner.split('\n').length).toBeLessThanOrEqual(40);
    for (const tool of ['list_apps', 'list_contracts', 'get_organization']) expect(banner).toContain(tool);
    expect(banner).not.toContain('update_');
  });
});

/** What is at the top of a style: selectors and at-rules that are in no other. */
function topOf(style: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let head = '';
  for (const character of style.replace(/\/\*[\s\S]*?\*\/|"[^"]*"/g, '')) {
    if (character === '{' && depth === 0) found.push(head.trim());
    if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    if (depth > 0 || character === '}') head = '';
    else head += character;
  }
  return [...new Set(found)].toSorted();
}

describe('the style', () => {
  it('is all inside the dashboard, but for what our own pages set around it', () => {
    expect(topOf(product('app.css'))).toEqual([
      '.dashboard.dashboard',
      ':root',
      ':root[data-theme=dark]',
      ':root[data-theme=light]',
      '@page saas-rationalization',
      'body',
    ]);
  });

  it('is all inside the dashboard in the template', () => {
    const style = product(template).slice(product(template).indexOf('("saas-rationalization-style", `'));
    const tops = topOf(style.slice(style.indexOf('`') + 1, style.lastIndexOf('`')));
    expect(tops.length).toBeGreaterThan(2);
    for (const top of tops) expect(top).toMatch(/^(\.dashboard\.dashboard\b|@page saas-rationalization$)/);
  });
});

describe('the template', () => {
  it.each([template, small])('imports react and react-dom and nothing else in %s', (name) => {
    const { module, errors } = parseSync(name, product(name), { sourceType: 'module' });
    expect(errors).toEqual([]);
    const from = module.staticImports.map(({ moduleRequest }) => moduleRequest.value);
    expect(from.toSorted()).toEqual(['react', 'react-dom']);
    expect(module.dynamicImports).toEqual([]);
  });

  it.each([template, small])('begins %s with the configuration block, and has one default export', (name) => {
    const text = product(name);
    const afterImports = text.replace(/^(?:import [^\n]*\n)+/, '');
    expect(afterImports.indexOf('var configuration = {')).toBeLessThan(400);
    expect(afterImports.indexOf('var configuration = {')).toBeGreaterThan(0);
    expect(text.match(/^export /gm)).toEqual(['export ']);
    expect(text).toContain('export default SaasRationalization;');
  });

  it('can be read: names and comments are kept', () => {
    expect(product(template)).toContain('function readForPage(');
    expect(product(template)).toContain('/** Without the list of apps nothing honest can be shown. */');
  });
});
