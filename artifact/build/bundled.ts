import type { Rolldown } from 'vite';

/** Vite ends a stylesheet that is not minified with a mark of its own. */
const viteMark = /\/\*\$vite\$:\d+\*\/\s*$/;

/** The one script of a bundle and all of its style. @throws when there is not exactly one script */
export function bundled(bundle: Rolldown.OutputBundle): { readonly script: string; readonly style: string } {
  const outputs = Object.values(bundle);
  const scripts = outputs.flatMap((output) => (output.type === 'chunk' ? [output.code] : []));
  const styles = outputs.flatMap((output) =>
    output.type === 'asset' && output.fileName.endsWith('.css') ? [textOf(output.source)] : [],
  );
  const [script] = scripts;
  if (script === undefined || scripts.length > 1) {
    throw new Error(`A product needs exactly one script; the bundle holds ${scripts.length}.`);
  }
  return { script, style: styles.join('\n').replace(viteMark, '') };
}

function textOf(source: string | Uint8Array): string {
  return typeof source === 'string' ? source : new TextDecoder().decode(source);
}
