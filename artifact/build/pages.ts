/**
 * Vite plugin: the pages, in the form of several files and in that of one.
 *
 * In: the bundle of the program, one classic script and its style; later the bundle of the demo tenant.
 * Out: `app.js`, `app.css`, `index.html` and `dashboard.html`; then `demo.js`, `demo-index.html` and
 * `demo.html`, which run the same program. Fails the build when a bundle is not exactly one script, or
 * when a page exceeds its budget.
 */
import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';
import { documentOf, pageFiles, shellOf } from '../../skill/report/pages.ts';
import { asciiScript, asciiStyle } from './ascii.ts';
import { bannerOf, markOf, type Product } from './banner.ts';
import { bundled } from './bundled.ts';
import { shortScript, shortStyle } from './short-lines.ts';

export interface PageBudget {
  readonly raw: number;
  readonly gzip: number;
}

export interface PageBuildOptions {
  /** The environment of the program; it is built before that of the demo tenant. */
  readonly program: string;
  readonly demo: string;
  readonly product: Product;
  /** Largest page in one file, in bytes; the build stops above it. */
  readonly budgets: { readonly program: PageBudget; readonly demo: PageBudget };
}

const title = 'SaaS rationalization';

export function pages({ program, demo, product, budgets }: PageBuildOptions): Plugin {
  let ofProgram: ReadonlyMap<string, string> = new Map();
  return {
    name: 'pages',
    enforce: 'post',
    applyToEnvironment: ({ name }) => name === program || name === demo,
    generateBundle(_, bundle) {
      const isProgram = this.environment.name === program;
      const made = isProgram ? programFiles(bundle, product) : demoFiles(bundle, ofProgram, product);
      if (isProgram) ofProgram = made;
      for (const name of Object.keys(bundle)) delete bundle[name];
      const excess = [...made].flatMap(([name, text]) => {
        const isPage = name === 'dashboard.html' || name === 'demo.html';
        return isPage ? overBudget(name, text, isProgram ? budgets.program : budgets.demo) : [];
      });
      if (excess.length > 0) this.error(excess.join(' '));
      for (const [fileName, source] of made) this.emitFile({ type: 'asset', fileName, source });
    },
  };
}

function programFiles(bundle: Rolldown.OutputBundle, product: Product): Map<string, string> {
  const { script, style } = bundled(bundle);
  const files = new Map<string, string>([
    [pageFiles.program, bannerOf(product) + shortScript(asciiScript(script.trimEnd()))],
    [pageFiles.style, markOf(product) + shortStyle(asciiStyle(style.trimEnd()))],
  ]);
  const shell = shellOf(title, [pageFiles.program]);
  return files.set('index.html', shell).set('dashboard.html', documentOf(shell, files));
}

/** The tenant comes before the program, which looks whether there is one. */
function demoFiles(
  bundle: Rolldown.OutputBundle,
  program: ReadonlyMap<string, string>,
  product: Product,
): Map<string, string> {
  const { script } = bundled(bundle);
  const files = new Map<string, string>([
    [pageFiles.demo, markOf(product) + shortScript(asciiScript(script.trimEnd()))],
  ]);
  const shell = shellOf(`${title} - demo data`, [pageFiles.demo, pageFiles.program]);
  const page = documentOf(shell, new Map([...program, ...files]));
  return files.set('demo-index.html', shell).set('demo.html', page);
}

function overBudget(name: string, html: string, budget: PageBudget): string[] {
  const raw = Buffer.byteLength(html);
  const gzip = gzipSync(html, { level: 9 }).byteLength;
  if (raw <= budget.raw && gzip <= budget.gzip) return [];
  return [
    `${name} is ${raw} bytes (${gzip} gzipped), over the budget of ${budget.raw} (${budget.gzip}). ` +
      'Make it smaller, or raise the budget in vite.config.ts and say in its comment what the bytes buy.',
  ];
}
