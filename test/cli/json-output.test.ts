/** --json: the keys that the help names, and no others; figures as numbers, amounts as decimal text. */
import { describe, expect, test } from 'vitest';
import { isJsonObject, type JsonObject } from '../../skill/torii/json.ts';
import { command } from './command.ts';
import { asOf, folder, mappingFile, served } from './served.ts';
import { join } from 'node:path';

async function documentedKeys(name: string): Promise<string[]> {
  const { out } = await command(name, '--help');
  const [, shape = ''] = out.split('JSON, null where something is not known:\n');
  return [...shape.matchAll(/^ {2}(\w+) /gm)].map(([, key = '']) => key);
}

async function printed(...args: readonly string[]): Promise<JsonObject> {
  const { out } = await command(...args, '--json');
  const json: unknown = JSON.parse(out);
  if (!isJsonObject(json)) throw new Error('No JSON object was printed.');
  return json;
}

describe('--json', () => {
  test.each(['validate', 'discover', 'status', 'audit-tools'])(
    '%s prints what its help says',
    async (name) => {
      const { url } = await served();
      const keys = await documentedKeys(name);
      expect(keys.length).toBeGreaterThan(3);
      expect(Object.keys(await printed(name, '--url', url)).toSorted()).toEqual(keys.toSorted());
    },
  );

  test('validate gives the same answers as its text', async () => {
    const { url } = await served();
    const mapping = await mappingFile(url);
    const json = await printed('validate', '--url', url, '--mapping', mapping, '--as-of', asOf);
    expect(json).toMatchObject({
      tenant: 'Brindlewick Instruments',
      asOf,
      mapping: 'approved',
      questions: [
        {
          title: 'Apps with more than 100 users',
          answered: true,
          of: 39,
          field: { path: 'fields.app.activeUsers', key: 'activeUsersCount' },
          completeness: { source: 'apps', status: 'complete', rows: 40 },
          problems: [],
        },
        { title: 'Contracts renewing in the next 60 days' },
        {
          count: 37,
          rows: expect.arrayContaining([
            expect.objectContaining({ spend12m: expect.stringMatching(/^\d+\.\d\d$/) }),
          ]),
        },
      ],
    });
  });

  test('a question without an answer has no count and says why; the code stays 5', async () => {
    const { url } = await served();
    const { code, out } = await command('validate', '--url', `${url}?role=no-contracts`, '--json');
    expect(code).toBe(5);
    expect(JSON.parse(out)).toMatchObject({
      questions: [
        {},
        {
          answered: false,
          count: null,
          rows: [],
          problems: [{ problem: expect.stringContaining('contracts') }],
        },
        {},
      ],
    });
  });

  test('discover still writes its draft to --out', async () => {
    const { url } = await served();
    const file = join(await folder(), 'tenant-mapping.json');
    const { mapping } = await printed('discover', '--url', url, '--out', file);
    const { readFile } = await import('node:fs/promises');
    expect(mapping).toEqual(JSON.parse(await readFile(file, 'utf8')));
  });
});
