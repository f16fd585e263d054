/** Writes a decision the way the server does when a person agrees, in a process that can be killed: `decide.ts PACK`. */
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { CallToolResultSchema, ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { startServer } from '../../mocks/server/server.ts';
import { createTenant } from '../../mocks/tenant/tenant.ts';
import { createProxy } from '../../skill/cli/commands/proxy/proxy-server.ts';
import { openClient } from '../../skill/cli/connection/http-connection.ts';
import { systemClock } from '../../skill/node/clock.ts';
import { anonymousAccess } from '../../skill/sign-in/access/access.ts';

const asOf = '2026-11-22';
const [, , verdict = 'accepted', tenantPack = '.'] = process.argv;

const torii = await startServer({ tenant: createTenant({ size: 'small', asOf }) });
const url = new URL(torii.url);
const access = anonymousAccess(url);
const proxy = createProxy({
  reach: { signingIn: false, open: () => openClient({ url, access }) },
  clock: systemClock,
  howToSignIn: 'Sign in.',
  log: () => {},
  engine: {
    places: { mapping: null, tenantPack },
    asOf: () => asOf,
    maxAgeMs: 3_600_000,
    page: () => Promise.resolve(''),
  },
});
const client = new Client({ name: 'test', version: '0' }, { capabilities: { elicitation: { form: {} } } });
client.setRequestHandler(ElicitRequestSchema, () => ({
  action: 'accept',
  content: { by: 'A. Analyst', save: true },
}));
const [near, far] = InMemoryTransport.createLinkedPair();
await Promise.all([proxy.server.connect(far), client.connect(near)]);
const decisions = [{ app: 'Slack', verdict, reason: 'we grow' }];
const { isError, content } = await client.request(
  { method: 'tools/call', params: { name: 'propose_decision', arguments: { decisions } } },
  CallToolResultSchema,
);
if (isError === true) process.stderr.write(JSON.stringify(content));
await client.close();
await proxy.close();
await torii.close();
process.exitCode = isError === true ? 2 : 0;
