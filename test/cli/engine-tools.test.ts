/** The engine's tools by the official client in front of the proxy, against figures of the command line. */
import { describe, expect, test } from 'vitest';
import { Ajv } from 'ajv';
import { engineTools } from '../../skill/server/engine.ts';
import { checkNarrative } from '../../skill/analysis/facts.ts';
import { command } from './command.ts';
import { proxied, textOf } from './proxied.ts';
import { asOf, mappingFile, served } from './served.ts';
import { readTools } from '../../skill/torii/base/catalog.ts';

const hour = 3_600_000;

async function engineAt(url: string, mapping: string | null) {
  const places = { mapping, tenantPack: null };
  return proxied(url, { engine: { places, asOf: () => asOf, maxAgeMs: hour } });
}

describe('the engine', () => {
  test('is listed before the read tools, every tool with both schemas and marked as reading', async () => {
    const { url } = await served();
    const { client } = await engineAt(url, null);
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      ...engineTools.map(({ name }) => name),
      ...tools.map(({ name }) => name).filter((name) => readTools.some((read) => read === name)),
    ]);
    for (const tool of tools.slice(0, engineTools.length)) {
      expect(tool.annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false });
      expect(tool.inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
      expect(tool.outputSchema).toMatchObject({ type: 'object' });
    }
  });

  test('answers with the totals of the report, to the cent', async () => {
    const { url } = await served();
    const mapping = await mappingFile(url);
    const { out } = await command('report', '--url', url, '--mapping', mapping, '--as-of', asOf, '--format', 'json');
    const report = JSON.parse(out) as { totals: Record<string, unknown> };
    const { call } = await engineAt(url, mapping);
    const answer = await call('saas_overview');
    expect(answer.isError, textOf(answer)).not.toBe(true);
    const { totals } = answer.structuredContent as { totals: Record<string, { amount: string }> };
    expect(totals['baselineAnnual']?.amount).toBe(report.totals['baselineAnnual']);
    expect(totals['hardSavingAnnual']?.amount).toBe(report.totals['hardSavingAnnual']);
  });
});
