/** What SKILL.md says about publishing is what the printed calls hold. */
import { expect, test } from 'vitest';
import { calledTools } from '../../skill/torii/tools/called-tools.ts';
import { publishCalls } from '../../skill/package/publish/publish-call.ts';
import { body } from './texts.ts';

const connector = { prefix: 'mcp__torii__', uuid: null, displayName: 'Torii' };
const pages = { document: 'dashboard.slim.html', fragment: 'dashboard.slim.fragment.html' };
const { live, published } = publishCalls(pages, connector, calledTools);
const section = body.slice(body.indexOf('## Publish'), body.indexOf('## Approve'));

test.each([
  ['live', live],
  ['published', published],
] as const)('the call “%s” is named with its tool and every argument', (name, call) => {
  expect(section).toContain(`"${name}"`);
  expect(section).toContain(`\`${call.tool}\``);
  for (const argument of Object.keys(call.arguments)) expect(section).toContain(`\`${argument}\``);
});

test('a live artifact is renewed by the tool that the text warns of', () => {
  expect(section).toContain(`\`${live.again}\` replaces the whole grant list`);
});

test('the pages that are published without the script are those that fill writes', () => {
  for (const page of Object.values(pages)) expect(body).toContain(`\`assets/${page}\``);
});
