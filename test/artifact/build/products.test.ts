import { parseSync } from 'oxc-parser';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { built } from './built.ts';

const pages = ['dashboard', 'dashboard.slim', 'demo'].flatMap((name) => [
  `${name}.html`,
  `${name}.fragment.html`,
]);
const template = 'react-dashboard-template.jsx';

let products: ReadonlyMap<string, string>;
let again: ReadonlyMap<string, string>;

beforeAll(async () => {
  vi.stubEnv('NODE_ENV', 'production');
  const environments = ['dashboard', 'slim', 'demo', 'template'];
  products = await built(environments);
  again = await built(environments);
}, 240_000);

function product(name: string): string {
  const text = products.get(name);
  if (text === undefined) throw new Error(`${name} was not built.`);
  return text;
}

describe('the builds', () => {
  it('make every page and the template, and nothing else', () => {
    expect([...products.keys()].toSorted()).toEqual([...pages, template].toSorted());
  });

  it.each([...pages, template])('give the same bytes of %s again', (name) => {
    expect(product(name).length).toBeGreaterThan(100_000);
    expect(again.get(name) === product(name)).toBe(true);
  });

  it.each([...pages, template])('keep to ASCII in %s', (name) => {
    expect(/[^\0-\x7f]/.exec(product(name))?.[0]).toBeUndefined();
    expect(product(name)).not.toContain('\ufffd');
  });

  it.each(pages)('begin %s with its title, and end no script from within', (name) => {
    const html = product(name);
    expect(html.indexOf('<title>')).toBeGreaterThanOrEqual(0);
    expect(html.indexOf('<title>')).toBeLessThan(200);
    expect(html.match(/<\/script/gi)).toHaveLength(2);
    expect(html.match(/<!--/g)).toHaveLength(1);
  });

  it.each(pages.filter((name) => name.includes('fragment')))('leave the skeleton out of %s', (name) => {
    expect(product(name)).not.toMatch(/<!doctype|<html[\s>]|<head>|<body[\s>]/i);
  });
});

describe('the template', () => {
  it('imports react and react-dom and nothing else', () => {
    const { module, errors } = parseSync(template, product(template), { sourceType: 'module' });
    expect(errors).toEqual([]);
    const from = module.staticImports.map(({ moduleRequest }) => moduleRequest.value);
    expect(from.toSorted()).toEqual(['react', 'react-dom']);
    expect(module.dynamicImports).toEqual([]);
  });

  it('begins with the configuration block, and has one default export', () => {
    const text = product(template);
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
