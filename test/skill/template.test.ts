/** The template that a mapping can start from: usable as it is, and every placeholder of it explained. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { command, plain } from '../cli/command.ts';
import { file } from '../cli/served.ts';

const template = readFileSync('skill/assets/tenant-mapping-template.json', 'utf8');

test('mapping check takes it, and names what a person has to settle', async () => {
  const { code, out, err } = await command('mapping', 'check', await file('tenant-mapping.json', template));
  expect(code).toBe(0);
  expect(out).toContain('is valid: draft');
  for (const sentence of [
    'tenant.name: "Unnamed tenant" is a placeholder.',
    'fields.app.spend12m: The unit of "expenses" is unconfirmed',
    'fields.contract.totalValue: The unit of "amount" is unconfirmed',
    'fields.app.spend12m.window: It is not known which months "expenses" covers.',
  ]) {
    expect(plain(err)).toContain(sentence);
  }
});

test('it cannot be approved as it is', async () => {
  const path = await file('tenant-mapping.json', template);
  const { code, err } = await command('mapping', 'approve', path, '--by', 'A. Analyst');
  expect(code).toBe(2);
  expect(plain(err)).toContain('cannot be approved yet');
  expect(readFileSync(path, 'utf8')).toBe(template);
});

test('a mapping with the name of its tenant is not told that it is a placeholder', async () => {
  const path = await file('tenant-mapping.json', template.replace('Unnamed tenant', 'Orchid'));
  expect((await command('mapping', 'check', path)).err).not.toContain('placeholder');
});
