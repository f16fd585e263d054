import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { configuredModule, moduleConfiguration } from '../../skill/report/files/configured-module.ts';

const source = readFileSync(new URL('../../artifact/react-dashboard-template.jsx', import.meta.url), 'utf8');
const empty = {
  connector: '',
  connectorName: 'Torii',
  mapping: null,
  decisions: null,
  baseline: null,
  asOf: null,
};

describe('the configuration block of the React module', () => {
  it('is read as people write it', () => {
    expect(moduleConfiguration(source)).toEqual(empty);
    const edited = source.replace("connector: '',", `connector: 'it\\'s "so"', // https://example.com`);
    expect(moduleConfiguration(edited)).toEqual({ ...empty, connector: 'it\'s "so"' });
  });

  it('takes the keys that are given, keeps the others, and leaves the code alone', () => {
    const name = "</script> // no comment, /* neither */ café 'x' a: b";
    const once = configuredModule(source, { mapping: { tenant: { name, list: [1, { a: [] }] } } });
    const twice = configuredModule(once ?? '', { connector: 'abc' });
    expect(moduleConfiguration(twice ?? '')).toEqual({
      ...empty,
      connector: 'abc',
      mapping: { tenant: { name, list: [1, { a: [] }] } },
    });
    expect(twice).toMatch(/^[\0-\x7f]*$/);
    expect(twice?.split('\n};')[1]).toBe(source.split('\n};')[1]);
  });

  it.each([
    ['without a block', 'export default 1;'],
    ['with a block that computes', source.replace('asOf: null', 'asOf: today()')],
    ['with a block that was left unfinished', source.replace('mapping: null', 'mapping: {')],
  ])('is not filled %s', (_name, text) => {
    expect(configuredModule(text, { connector: 'abc' })).toBeNull();
  });
});
