/** The wizard asks what a draft asks: each question with the path that its answer writes. */
import { expect, test } from 'vitest';
import { createTorii } from '../../mocks/torii/torii.ts';
import { draftMapping } from '../../skill/mapping/discovery/discover.ts';
import { readSavedResults } from '../../skill/torii/saved/saved-results.ts';
import { tenant } from '../cli/served.ts';
import { references } from './texts.ts';

const wizard = references.find(({ path }) => path.endsWith('mapping-wizard.md'))?.text ?? '';

/** Questions whose places are named by words and fields of the tenant. */
const ofTheTenant = new Set([
  'money-unit',
  'exchange-rate',
  'app-state',
  'contract-status',
  'unreadable-value',
]);

async function questions(): Promise<{ id: string; paths: readonly string[] }[]> {
  const torii = createTorii(tenant);
  const tools = [
    'list_apps',
    'list_contracts',
    'list_users',
    'get_app_fields',
    'get_contract_fields',
    'get_user_fields',
  ];
  const files = tools.map(async (name) => ({ name, text: JSON.stringify(await torii.call(name, {})) }));
  const { records } = readSavedResults(await Promise.all(files));
  return draftMapping(records).questions.map(({ id, paths }) => ({ id, paths }));
}

test('every question of the demo tenant is in it, and no more than five are numbered', async () => {
  const asked = await questions();
  expect(asked.length).toBeGreaterThan(2);
  // The rest are the same in every tenant.
  const written = asked.filter(({ id }) => !ofTheTenant.has(id)).flatMap(({ paths }) => paths);
  for (const path of written) expect(wizard).toContain(`\`${path}\``);
  expect(wizard.match(/^> \d\. /gm)).toHaveLength(5);
});
