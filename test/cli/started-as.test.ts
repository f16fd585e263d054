/** Commands that are told to people can be typed where they are told. */
import { expect, test } from 'vitest';
import { asStarted, startedAs } from '../../skill/cli/terminal/started-as.ts';

test.each([
  ['/home/a/project/dist/cli.mjs', '/home/a/project', 'node dist/cli.mjs'],
  [
    '/home/a/skill/scripts/saas-rationalization.mjs',
    '/home/a/skill',
    'node scripts/saas-rationalization.mjs',
  ],
  ['/home/a/project/dist/cli.mjs', '/home/a/other', 'node /home/a/project/dist/cli.mjs'],
  ['/home/a b/dist/cli.mjs', '/tmp', 'node "/home/a b/dist/cli.mjs"'],
  ['/usr/local/bin/saas-rationalization', '/tmp', 'saas-rationalization'],
  [undefined, '/tmp', 'saas-rationalization'],
])('%s in %s is %s', (script, folder, command) => {
  expect(startedAs(script, folder)).toBe(command);
});

test('commands in a text are changed; names, files and addresses are not', () => {
  const text = [
    'Usage: saas-rationalization [options]',
    '  saas-rationalization login --url x',
    'TOKEN="$(saas-rationalization token)"',
    'saas-rationalization-dashboard.skill, scripts/saas-rationalization.mjs, saas-rationalization 0.1.0',
  ].join('\n');
  expect(asStarted(text, 'node c.mjs')).toBe(
    [
      'Usage: node c.mjs [options]',
      '  node c.mjs login --url x',
      'TOKEN="$(node c.mjs token)"',
      'saas-rationalization-dashboard.skill, scripts/saas-rationalization.mjs, saas-rationalization 0.1.0',
    ].join('\n'),
  );
});
