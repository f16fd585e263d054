/** A mock Torii server for one test, and files beside it; both are gone when the test is over. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { startServer, type RunningServer, type ServerOptions } from '../../mocks/server/server.ts';
import { demoMapping } from '../../mocks/tenant/demo-mapping.ts';
import { createTenant } from '../../mocks/tenant/tenant.ts';

export const asOf = '2026-11-22';
export const tenant = createTenant({ size: 'small', asOf });

/** Closes with the test and holds it to the one promise: nothing was ever written. */
export async function served(options: Partial<ServerOptions> = {}): Promise<RunningServer> {
  const server = await startServer({ tenant, ...options });
  onTestFinished(async () => {
    await server.close();
    expect(server.torii.writes).toEqual([]);
  });
  return server;
}

export async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'saas-rationalization-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

export async function file(name: string, content: unknown): Promise<string> {
  const path = join(await folder(), name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  return path;
}

/** The approved mapping of the demo tenant for a server, as a file. */
export function mappingFile(url: string, change: object = {}): Promise<string> {
  return file('tenant-mapping.json', { ...demoMapping(asOf), connector: { url }, ...change });
}

/** The same for a whole file of tests; the caller removes the folder. */
export async function sharedMapping(url: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'saas-rationalization-')), 'tenant-mapping.json');
  await writeFile(path, JSON.stringify({ ...demoMapping(asOf), connector: { url } }));
  return path;
}
