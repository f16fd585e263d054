/**
 * The real Claude Code in a project that `setup claude-code --with-engine` has made: a scripted model asks our server
 * and then tries to write; figures come back, and no write reaches Torii.
 */
import { describe, expect, test } from 'vitest';
import type { AnalysisJson } from '../../skill/analysis/base/contract.ts';
import { command } from '../cli/command.ts';
import { mappingFile, served } from '../cli/served.ts';
import { runClaude } from './claude-code.ts';
import { callsInTurn, messagesEndpoint, toolAnswers } from './messages-endpoint.ts';
import { project } from './project.ts';

const settings = ['--settings', 'saas-rationalization/torii-readonly.settings.json'];

const asked: readonly (readonly [string, object])[] = [
  ['saas_overview', {}],
  ['renewals', { days: 60 }],
  ['query_portfolio', { table: 'apps', sort: [{ field: 'costAnnual', descending: true }], limit: 5 }],
  ['list_apps', { size: 1 }],
  ['update_user', { idUser: 1 }],
  ['run_workflow', { id: 1 }],
  // What serves the view alone is not allowed to a model.
  ['read_held', {}],
];

describe('Claude Code with our server', () => {
  test.each([
    ['as it starts', []],
    ['told to skip permissions', ['--dangerously-skip-permissions']],
  ])('gets computed answers and writes nothing, %s', async (_, flags) => {
    const { url, torii } = await served();
    const folder = await project();
    const setup = ['setup', 'claude-code', '--with-engine', '--dir', folder, '--yes', '--url', url];
    const made = await command(...setup, '--mapping', await mappingFile(url));
    expect(made.code, made.err).toBe(0);

    const calls = asked.map(([name, input]) => ({ name: `mcp__saas-rationalization__${name}`, input }));
    const model = await messagesEndpoint(callsInTurn(calls));
    const env = { ENABLE_TOOL_SEARCH: 'false' };
    const ran = await runClaude({ folder, endpoint: model.url, args: [...settings, ...flags], env });
    expect(ran.code, ran.said).toBe(0);
    const init = ran.events.find(({ subtype }) => subtype === 'init');
    expect(init?.mcp_servers).toContainEqual(
      expect.objectContaining({ name: 'saas-rationalization', status: 'connected' }),
    );
    const last = model.requests.findLast(({ tools = [] }) => tools.length > 0);
    const answers = last === undefined ? [] : toolAnswers(last);
    expect(answers.map(({ isError }) => isError).slice(0, 6), ran.said).toEqual(
      asked.slice(0, 6).map(([name]) => name === 'update_user' || name === 'run_workflow'),
    );
    expect(torii.writes).toEqual([]);

    // Claude Code hands the model the data of an answer, not its text: it says everything that must be said.
    const said = JSON.parse(answers[0]?.text ?? '') as {
      readonly asOf: string;
      readonly names: string;
      readonly totals: { readonly baselineAnnual: { readonly amount: string } };
    };
    expect(said.names).toContain('no instructions');
    const source = ['--url', url, '--mapping', await mappingFile(url), '--as-of', said.asOf];
    const { out } = await command('report', '--format', 'json', ...source);
    const { totals } = JSON.parse(out) as AnalysisJson;
    expect(said.totals.baselineAnnual.amount).toBe(totals.baselineAnnual);
  });
});
