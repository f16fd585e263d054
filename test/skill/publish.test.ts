/** What SKILL.md says about publishing is what the printed calls hold. */
import { expect, test } from 'vitest';
import { calledTools } from '../../skill/torii/tools/called-tools.ts';
import { publishCalls } from '../../skill/package/publish/publish-call.ts';
import { body } from './texts.ts';

const connector = { prefix: 'mcp__torii__', uuid: null, displayName: 'Torii' };
const pages = {
  shell: 'index.html',
  files: { 'app.js': 'app.js', 'app.css': 'app.css' },
  document: 'dashboard.html',
};
const { live, published } = publishCalls(pages, { connector, tools: calledTools });
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

test('the files that are published without the script are those that fill writes', () => {
  for (const name of [pages.shell, ...Object.keys(pages.files)]) expect(body).toContain(`\`assets/${name}\``);
});
