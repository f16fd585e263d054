/** Bundles an entry as the pages are bundled: one minified classic script, its source map, its style. */
import { SourceMap } from 'node:module';
import react from '@vitejs/plugin-react';
import { scopedStyle, styleTargets } from '../../artifact/build/scoped-style.ts';
import { build, type Plugin, type Rolldown } from 'vite';

export interface Bundle {
  readonly code: string;
  readonly style: string;
  /** Source of every piece of the code, in order; null for what the bundler itself adds. */
  readonly pieces: () => Piece[];
}

export interface Piece {
  readonly source: string | null;
  readonly text: string;
}

export async function bundle(input: string, plugins: readonly Plugin[] = []): Promise<Bundle> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [react(), ...plugins],
    css: { postcss: { plugins: [scopedStyle] } },
    build: {
      write: false,
      copyPublicDir: false,
      modulePreload: false,
      cssCodeSplit: false,
      cssTarget: [...styleTargets],
      sourcemap: 'hidden',
      rolldownOptions: { input, output: { format: 'iife', entryFileNames: 'page.js' } },
    },
  });
  const [{ output }] = [built].flat() as [Rolldown.RolldownOutput];
  const chunk = output.find((file) => file.type === 'chunk');
  const style = output.find((file) => file.type === 'asset' && file.fileName.endsWith('.css'));
  if (chunk?.map === undefined || chunk.map === null) throw new Error(`${input} made no script with a map.`);
  const { code, map } = chunk;
  return {
    code,
    style: style?.type === 'asset' ? String(style.source) : '',
    pieces: () => piecesOf(code, new SourceMap({ ...map, file: '', sourceRoot: '' })),
  };
}

/** Cuts the code at each change of source. */
function piecesOf(code: string, map: SourceMap): Piece[] {
  const pieces: { source: string | null; text: string }[] = [];
  for (const [line, text] of code.split('\n').entries()) {
    for (let column = 0; column < text.length; column += 1) {
      const entry = map.findEntry(line, column);
      const source = ('originalSource' in entry ? entry.originalSource : null) ?? null;
      const last = pieces.at(-1);
      if (last?.source === source) last.text += text[column];
      else pieces.push({ source, text: text[column] ?? '' });
    }
  }
  return pieces;
}
