/**
 * The server with the engine as a host starts it: from the start to the first answer, each answer after it, and
 * memory. The large tenant, over HTTP on this machine; medians of five calls.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { startServer } from '../../mocks/server/server.ts';
import { createTenant } from '../../mocks/tenant/tenant.ts';
import { machine } from './machine.ts';
import { printTable } from './table.ts';

const built = fileURLToPath(new URL('../../dist/cli.mjs', import.meta.url));
const asOf = '2026-11-22';

const calls: readonly (readonly [string, Record<string, unknown>])[] = [
  ['open_dashboard', {}],
  ['saas_overview', {}],
  ['list_decisions', { steps: ['week', 'month'] }],
  ['explain_figure', { fact: 'totals/baselineAnnual' }],
  ['app_brief', { app: 'Salesforce' }],
  ['renewals', { days: 60 }],
  ['what_if', { rightSizing: { policy: 'buffer', percent: 20 } }],
  ['search_portfolio', { text: 'salesforc' }],
  ['completeness', {}],
  ['query_portfolio', { table: 'apps', sort: [{ field: 'costAnnual', descending: true }] }],
];

const server = await startServer({ tenant: createTenant({ size: 'large', asOf }) });
const began = performance.now();
const transport = new StdioClientTransport({
  command: process.execPath,
  args: [built, 'proxy', '--engine', '--url', server.url, '--as-of', asOf],
  stderr: 'ignore',
});
const client = new Client({ name: 'bench', version: '0' });
await client.connect(transport);
const connected = performance.now() - began;
await client.listTools();
const listed = performance.now() - began;
const rows: string[][] = [
  ['start to initialized', ms(connected), ''],
  ['start to tools listed', ms(listed), ''],
];
const first = await timed('open_dashboard', {});
rows.push(['start to first answer', ms(performance.now() - began), signs(first.size)]);
for (const [name, args] of calls) {
  const times = [];
  let size = 0;
  for (let round = 0; round < 5; round += 1) {
    const one = await timed(name, args);
    times.push(one.ms);
    size = one.size;
  }
  rows.push([name, ms(times.toSorted((a, b) => a - b)[2] ?? 0), signs(size)]);
}
rows.push(['memory (resident)', `${Math.round(residentKb() / 1024)} MB`, '']);
await client.callTool({ name: 'saas_overview', arguments: { refresh: true } });
rows.push(['memory after a second reading', `${Math.round(residentKb() / 1024)} MB`, '']);
console.log(machine());
printTable('The server with the engine, 10,000 apps and 1,500 contracts', ['', 'measured', 'text'], rows);
await client.close();
await server.close();

async function timed(name: string, args: Record<string, unknown>) {
  const at = performance.now();
  const { content } = await client.callTool({ name, arguments: args }, undefined, { timeout: 300_000 });
  const [part] = Array.isArray(content) ? content : [];
  return { ms: performance.now() - at, size: JSON.stringify(part).length };
}

function residentKb(): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(transport.pid)], { encoding: 'utf8' }));
}

function ms(time: number): string {
  return `${Math.round(time)} ms`;
}

function signs(size: number): string {
  return `${size} signs`;
}
