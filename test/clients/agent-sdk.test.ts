/** Our example for the Agent SDK, run as it is handed over: it reads Torii, and no write reaches the server. */
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { apiFiles } from '../../skill/surfaces/api/api.ts';
import { expectedTools } from '../../skill/surfaces/base/tool-list.ts';
import { root } from '../architecture/imports.ts';
import { served } from '../cli/served.ts';
import { isolated, started, type Ran } from './claude-code.ts';
import {
  callsInTurn,
  messagesEndpoint,
  toolAnswers,
  type MessagesRequest,
  type ToolAnswer,
} from './messages-endpoint.ts';
import { project } from './project.ts';
import { tool } from './tool.ts';

const token = 'a-token-for-the-example';
const shape = { contracts: [{ id: 1, name: 'One', termEnd: '2026-12-01' }], notRead: [] };

interface Example {
  readonly ran: Ran;
  readonly answers: readonly ToolAnswer[];
  readonly request: MessagesRequest;
}

/** The example in a folder of its own, with the real SDK beside it. */
async function example(url: string, calls: readonly string[]): Promise<Example> {
  const sdk = await tool('@anthropic-ai/claude-agent-sdk', '0.3.330');
  const folder = await project(
    apiFiles({ url, tools: expectedTools, mapping: null, command: 'node sr.mjs' }),
  );
  await symlink(join(sdk, 'node_modules'), join(folder, 'node_modules'));
  const model = await messagesEndpoint(
    callsInTurn([
      ...calls.map((name) => ({
        name: `mcp__torii__${name}`,
        input: name.startsWith('list_') ? { size: 1 } : { idUser: 1 },
      })),
      { name: 'StructuredOutput', input: shape },
    ]),
  );
  const env = { ...(await isolated(folder, model.url)), TORII_MCP_TOKEN: token };
  const loader = pathToFileURL(join(root, 'node_modules/tsx/dist/loader.mjs')).href;
  const args = ['--import', loader, 'agent-sdk.mts'];
  const ran = await started(process.execPath, args, { cwd: folder, env });
  const request = model.requests.findLast(({ tools = [] }) => tools.length > 0);
  if (request === undefined) throw new Error(`The model was never asked: ${ran.said}`);
  return { ran, answers: toolAnswers(request), request };
}

describe('the example for the Agent SDK', () => {
  test('reads, and answers in the shape it asks for', async () => {
    const { url, torii } = await served({ token });
    const { ran, request } = await example(url, ['list_contracts']);
    expect(ran.code, ran.said).toBe(0);
    expect(ran.said).toContain('"termEnd": "2026-12-01"');
    expect(torii.calls.map(({ name }) => name)).toEqual(['list_contracts']);
    const offered = (request.tools ?? []).map(({ name }) => name);
    expect(offered.filter((name) => /update|run_|delete|Bash|Write/.test(name))).toEqual([]);
  });

  test('lets no write through', async () => {
    const { url, torii } = await served({ token });
    const { ran, answers } = await example(url, ['list_apps', 'update_user', 'run_workflow']);
    expect(
      torii.calls.map(({ name }) => name),
      ran.said,
    ).toEqual(['list_apps']);
    expect(answers.slice(0, 3).map(({ isError }) => isError)).toEqual([false, true, true]);
  });

  test('ends with 5 where a read was tried that is not of the catalog', async () => {
    const { url, torii } = await served({ token });
    const { ran } = await example(url, ['list_apps', 'get_audit_logs']);
    expect(
      torii.calls.map(({ name }) => name),
      ran.said,
    ).toEqual(['list_apps']);
    expect(ran.said).toContain('mcp__torii__get_audit_logs was tried and denied.');
    expect(ran.code).toBe(5);
  });
});
