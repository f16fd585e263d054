import type { Plugin } from 'vite';

/** Preact aliases for every page. */
const stand: Readonly<Record<string, string>> = {
  react: 'preact/compat',
  'react-dom': 'preact/compat',
  'react-dom/client': 'preact/compat/client',
  'react/jsx-runtime': 'preact/jsx-runtime',
};

/**
 * Vite plugin: in the named environments, React's imports lead to Preact, which paints in half the time.
 * The source is written for React, so it may only use what preact/compat supports.
 */
export function preactIn(environments: readonly string[]): Plugin {
  return {
    name: 'preact-alias',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => environments.includes(name),
    resolveId(source, importer) {
      const other = stand[source];
      return other === undefined ? null : this.resolve(other, importer, { skipSelf: true });
    },
  };
}
