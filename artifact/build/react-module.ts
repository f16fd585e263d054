/**
 * Vite plugin: turns the bundle of one environment into one React module that a person can read and
 * edit: imports of react and react-dom, then the configuration block, then everything else.
 *
 * In: one chunk that is not minified, and its stylesheet. Out: the chunk with the entry's own code lifted
 * to the top and the style in a string that it puts into a <style>; and the same with all but the
 * configuration minified, as packages carry it. Fails the build when the bundle is not exactly one
 * script, or when the entry's code cannot be found in it.
 */
import { minifySync, type Plugin } from 'vite';
import { asciiScript } from './ascii.ts';
import { bundled } from './bundled.ts';
import { shortScript } from './short-lines.ts';

export interface ReactModuleOptions {
  /** Name of the environment whose output becomes the module. */
  readonly environment: string;
  /** Path of the entry from the root of the project; its default export is the component. */
  readonly entry: string;
}

export function reactModule({ environment, entry }: ReactModuleOptions): Plugin {
  return {
    name: `react-module:${environment}`,
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === environment,
    generateBundle: {
      // The style is in the bundle only once everybody else is done.
      order: 'post',
      handler(_, bundle) {
        const { script, style } = bundled(bundle);
        const [fileName = ''] = Object.keys(bundle).filter((name) => !name.endsWith('.css'));
        for (const name of Object.keys(bundle)) delete bundle[name];
        const parts = partsOf(script, entry);
        if (parts === null) this.error(`The code of ${entry} is not in its bundle.`);
        const rest = asciiScript(parts.rest + styleCode(style));
        const head = asciiScript(parts.head);
        this.emitFile({ type: 'asset', fileName, source: head + rest });
        this.emitFile({ type: 'asset', fileName: smallName(fileName), source: head + minified(rest) });
      },
    },
  };
}

/** Name of the module as packages carry it, before they give it the name of the whole one. */
function smallName(fileName: string): string {
  return fileName.replace(/\.jsx$/, '.min.jsx');
}

/** What is declared at the top is kept with its name, because the head calls it. */
function minified(code: string): string {
  const { code: small, errors } = minifySync('module.js', code, {
    module: true,
    compress: { unused: false },
    mangle: { toplevel: false },
    codegen: { removeWhitespace: true },
  });
  const [error] = errors;
  if (error !== undefined) throw new Error(`The module does not parse: ${error.message}`);
  return `${shortScript(asciiScript(small))}\n`;
}

/** The bundler heads the code of each file with its path; the entry, on which nothing else rests, is the last. */
function partsOf(script: string, entry: string): { readonly head: string; readonly rest: string } | null {
  const imports = /^(?:import [^\n]*\n)*/.exec(script)?.[0] ?? '';
  const start = script.lastIndexOf(`// ${entry}\n`);
  const exported = /^export \{ (\w+) as default \};\n*/m.exec(script);
  if (start < 0 || exported === null || exported.index < start) return null;
  const own = script.slice(start, exported.index);
  const head = `${imports}${own}export default ${exported[1]};\n`;
  return { head, rest: script.slice(imports.length, start) };
}

/**
 * A host's rules for elements and classes end at the dashboard: what the host says of a `.button` or an
 * `h2` is taken back, and ours follows with more weight. In drawings only what comes from rules is taken
 * back; from their attributes they have their shape and color.
 */
const ownGround = `.dashboard.dashboard { all: initial; display: block; }
.dashboard.dashboard :where(:not(svg, svg *)), .dashboard.dashboard ::before, .dashboard.dashboard ::after { all: revert; }
.dashboard.dashboard :where(svg, svg *) { all: revert-layer; }
`;

/** Once per document, however many dashboards it shows. */
function styleCode(style: string): string {
  return `// style
(function addStyle(id, text) {
	if (typeof document === "undefined" || document.getElementById(id)) return;
	const style = document.createElement("style");
	style.id = id;
	style.textContent = text;
	document.head.append(style);
})("saas-rationalization-style", ${templateOf(ownGround + style)});
`;
}

/** A literal that keeps its lines, so that the style can be read and edited too. */
function templateOf(text: string): string {
  return `\`${text.replace(/[\\`]|\$\{/g, '\\$&')}\``;
}
