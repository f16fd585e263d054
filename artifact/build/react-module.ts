/**
 * Vite plugin: turns the bundle of one environment into one React module that a person can read and
 * edit: imports of react and react-dom, then the configuration block, then everything else.
 *
 * In: one chunk that is not minified, and its stylesheet. Out: the chunk with the entry's own code lifted
 * to the top and the style in a string that it puts into a <style>. Fails the build when the bundle is
 * not exactly one script, or when the entry's code cannot be found in it.
 */
import type { Plugin } from 'vite';
import { asciiScript } from './document.ts';
import { bundled } from './bundled.ts';

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
        const module = withEntryFirst(script, entry);
        if (module === null) this.error(`The code of ${entry} is not in its bundle.`);
        const source = asciiScript(module + styleCode(style));
        this.emitFile({ type: 'asset', fileName, source });
      },
    },
  };
}

/** The bundler heads the code of each file with its path; the entry, on which nothing else rests, is the last. */
function withEntryFirst(script: string, entry: string): string | null {
  const imports = /^(?:import [^\n]*\n)*/.exec(script)?.[0] ?? '';
  const start = script.lastIndexOf(`// ${entry}\n`);
  const exported = /^export \{ (\w+) as default \};\n*/m.exec(script);
  if (start < 0 || exported === null || exported.index < start) return null;
  const own = script.slice(start, exported.index);
  return `${imports}${own}export default ${exported[1]};\n${script.slice(imports.length, start)}`;
}

/** Once per document, however many dashboards it shows. */
function styleCode(style: string): string {
  return `// style
(function addStyle(id, text) {
	if (typeof document === "undefined" || document.getElementById(id)) return;
	const style = document.createElement("style");
	style.id = id;
	style.textContent = text;
	document.head.append(style);
})("saas-rationalization-style", ${templateOf(style)});
`;
}

/** A literal that keeps its lines, so that the style can be read and edited too. */
function templateOf(text: string): string {
  return `\`${text.replace(/[\\`]|\$\{/g, '\\$&')}\``;
}
