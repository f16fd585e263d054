import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const runtimes = {
  'direct-jsx-runtime': fileURLToPath(new URL('../page/direct-jsx-runtime.ts', import.meta.url)),
  'create-element-runtime': fileURLToPath(new URL('../page/create-element-runtime.ts', import.meta.url)),
} as const;

/** Vite plugin: in the named environments, elements are made by one of our runtimes in place of React's. */
export function jsxRuntime(runtime: keyof typeof runtimes, environments: readonly string[]): Plugin {
  const file = runtimes[runtime];
  return {
    name: `jsx:${runtime}`,
    enforce: 'pre',
    applyToEnvironment: ({ name }) => environments.includes(name),
    resolveId: (source, importer) => (source === 'react/jsx-runtime' && importer !== file ? file : null),
  };
}
