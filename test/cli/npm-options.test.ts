/** What npm makes of options that were typed without `--`, and what we make of that. */
import { describe, expect, test } from 'vitest';
import { meantArguments } from '../../.ci/npm-options.mjs';
import { programWith } from '../../skill/cli/program/program.ts';
import { terminalOver } from '../../skill/cli/terminal/terminal.ts';

describe('npm start without --', () => {
  const cases: readonly [string, readonly string[], Record<string, string>, readonly string[] | null][] = [
    ['nothing', [], {}, []],
    ['behind --', ['--tenant', 'large'], {}, ['--tenant', 'large']],
    ['--tenant large', ['large'], { npm_config_tenant: 'true' }, ['--tenant', 'large']],
    ['--tenant=large', [], { npm_config_tenant: 'large' }, ['--tenant', 'large']],
    ['--no-open', [], { npm_config_open: '' }, ['--no-open']],
    [
      '--tenant=large --port 4900 --no-open',
      ['4900'],
      { npm_config_tenant: 'large', npm_config_port: 'true', npm_config_open: '' },
      ['--tenant', 'large', '--port', '4900', '--no-open'],
    ],
    [
      '--tenant large --host claude',
      ['large', 'claude'],
      { npm_config_tenant: 'true', npm_config_host: 'true' },
      null,
    ],
    ['--tenant, its value forgotten', [], { npm_config_tenant: 'true' }, null],
  ];

  test.each(cases)('%s', (_, args, env, meant) => {
    expect(meantArguments(args, env).meant).toEqual(meant);
  });

  test('knows every option of preview', () => {
    const screen = { write: () => {} };
    const preview = programWith(terminalOver(screen, screen)).commands.find(
      (one) => one.name() === 'preview',
    );
    const options = preview?.options.map(({ long }) => long?.replace('--', '') ?? '') ?? [];
    expect(options.length).toBeGreaterThan(5);
    for (const name of options.filter((option) => option !== 'no-open')) {
      expect(meantArguments(['v'], { [`npm_config_${name}`]: 'true' }).meant).toEqual([`--${name}`, 'v']);
    }
    expect(options).toContain('no-open');
  });
});
