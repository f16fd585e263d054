/**
 * Vite plugin: turns one IIFE chunk and its stylesheet into a document that stands alone.
 *
 * In: the bundle of one page entry. Out: `<name>.html`, and `<name>.fragment.html` where asked for.
 * Fails the build when the bundle is not exactly one script, or when a size budget is exceeded.
 */
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { bundled } from './bundled.ts';
import { documentOf, fragmentOf } from './document.ts';

export interface SingleFileOptions {
  /** Name of the environment whose output becomes a page. */
  readonly environment: string;
  /** Name of the page's files; the environment's name when absent. */
  readonly file?: string;
  readonly title: string;
  /** Also write the page without doctype, html, head and body, for hosts that bring their own. */
  readonly fragment: boolean;
  /** Largest page in bytes; the build stops above it. */
  readonly budget: { readonly raw: number; readonly gzip: number };
}

export function singleFile(options: SingleFileOptions): Plugin {
  const name = options.file ?? options.environment;
  return {
    name: `single-file:${options.environment}`,
    enforce: 'post',
    applyToEnvironment: (environment) => environment.name === options.environment,
    generateBundle(_, bundle) {
      const page = { title: options.title, ...bundled(bundle) };
      for (const fileName of Object.keys(bundle)) delete bundle[fileName];
      const html = documentOf(page);
      const excess = overBudget(html, options.budget);
      if (excess !== null) this.error(`${name}.html is ${excess}.`);
      this.emitFile({ type: 'asset', fileName: `${name}.html`, source: html });
      if (!options.fragment) return;
      const fileName = `${name}.fragment.html`;
      this.emitFile({ type: 'asset', fileName, source: fragmentOf(page) });
    },
  };
}

function overBudget(html: string, budget: SingleFileOptions['budget']): string | null {
  const raw = Buffer.byteLength(html);
  const gzip = gzipSync(html, { level: 9 }).byteLength;
  if (raw <= budget.raw && gzip <= budget.gzip) return null;
  return `${raw} bytes (${gzip} gzipped), over the budget of ${budget.raw} (${budget.gzip})`;
}
