import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const runtime = fileURLToPath(new URL('../page/create-element-runtime.ts', import.meta.url));

/** Vite plugin: in one environment, elements are made by createElement, so that it imports only react. */
export function createElementIn(environment: string): Plugin {
  return {
    name: 'jsx:create-element',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === environment,
    resolveId: (source, importer) =>
      source === 'react/jsx-runtime' && importer !== runtime ? runtime : null,
  };
}
