/**
 * The client that the conformance suite runs: our own sign-in, with a browser that consents at once.
 *
 * In: the address of the server as the last argument, a client id and secret in the suite's context. It
 * lists the tools and calls each once, as far as it may, and ends with 1 where it could not get in.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ResultSchema } from '@modelcontextprotocol/sdk/types.js';
import { openClient } from '../../skill/cli/connection/http-connection.ts';
import { httpFailure } from '../../skill/cli/connection/http-failure.ts';
import type { Access } from '../../skill/sign-in/access/access.ts';
import { signIn, type SignInPrompts } from '../../skill/sign-in/sign-in.ts';
import { withSignIn } from '../../skill/sign-in/access/with-sign-in.ts';
import { failure, type ToolFailure } from '../../skill/torii/base/failure.ts';
import { isJsonObject } from '../../skill/torii/base/json.ts';

/** The suite's own document about its client; it expects to see the address again. */
const METADATA_URL = 'https://conformance-test.local/client-metadata.json';

const url = new URL(process.argv.at(-1) ?? '');
const context: unknown = JSON.parse(process.env['MCP_CONFORMANCE_CONTEXT'] ?? '{}');

/** Consents at once: every page is fetched, and so the redirect back to us is followed. */
const person: SignInPrompts = {
  patienceMs: 15_000,
  async browse(address) {
    const response = await fetch(address);
    await response.body?.cancel();
  },
  told: (sentence) => console.error(sentence),
  typed: () => Promise.resolve(null),
};

function given(key: string): string | null {
  const value = isJsonObject(context) ? context[key] : null;
  return typeof value === 'string' ? value : null;
}

async function useTools(access: Access): Promise<{ tools: number } | ToolFailure> {
  const client = await openClient({ url, access });
  if ('ok' in client) return client;
  try {
    const { tools } = await client.listTools();
    for (const { name } of tools) {
      await client.request({ method: 'tools/call', params: { name, arguments: {} } }, ResultSchema);
    }
    return { tools: tools.length };
  } catch (thrown) {
    return httpFailure(thrown, null);
  } finally {
    await client.close();
  }
}

const folder = mkdtempSync(join(tmpdir(), 'saas-rationalization-'));
process.env['SAAS_RATIONALIZATION_CONFIG'] = folder;
delete process.env['TORII_MCP_TOKEN'];

const client = {
  id: given('client_id'),
  secret: given('client_secret'),
  metadataUrl: METADATA_URL,
};
const ask = async (challenge: Parameters<typeof signIn>[0]['challenge']) => {
  // The suite wants every scope that is suggested; without its wish our sign-in asks for those that read.
  await signIn({ url, challenge, client, scope: null, port: null, person, allSuggested: true });
  return true;
};
const result = await withSignIn(url, useTools, ask).catch((error: unknown) =>
  failure('needs-sign-in', null, error instanceof Error ? error.message : String(error)),
);
rmSync(folder, { recursive: true });
console.log(result);
process.exitCode = 'ok' in result ? 1 : 0;
