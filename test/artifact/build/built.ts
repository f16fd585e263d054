import { createBuilder, type Plugin, type Rolldown } from 'vite';

/** Nothing is written: what is in dist stays as it is. */
const inMemory: Plugin = {
  name: 'in-memory',
  configEnvironment: () => ({ build: { write: false } }),
};

/** The files that these environments of vite.config.ts make, by name. */
export async function built(environments: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  const builder = await createBuilder({ logLevel: 'error', mode: 'production', plugins: [inMemory] });
  for (const name of environments) {
    const environment = builder.environments[name];
    if (environment === undefined) throw new Error(`No environment is called ${name}.`);
    const outputs = [await builder.build(environment)].flat() as Rolldown.RolldownOutput[];
    for (const file of outputs.flatMap(({ output }) => output)) {
      files.set(file.fileName, String(file.type === 'chunk' ? file.code : file.source));
    }
  }
  return files;
}
