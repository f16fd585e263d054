import { createHash } from 'node:crypto';
import { renderCount, renderCounted } from '../../../analysis/facts.ts';
import { table } from '../../terminal/table.ts';
import type { Package } from './packages.ts';

/** Every package with its size and hash, and what is inside. Sizes of the files are unzipped. */
export function packLines(packages: readonly Package[], width: number): string {
  return packages.map((one) => packageLines(one, width)).join('\n\n');
}

function packageLines({ names, bytes, files }: Package, width: number): string {
  const hash = createHash('sha256').update(bytes).digest('hex');
  const title = `${names.join(', ')}: ${size(bytes)} bytes\nsha256 ${hash}`;
  if (files.length === 1) return title;
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const total = files.reduce((sum, file) => sum + file.bytes.length, 0);
  const rows = sorted.map((file) => [size(file.bytes), file.path]);
  const sum = [renderCount(total), renderCounted(files.length, 'file')];
  return `${title}\n${table(['bytes', 'file'], [...rows, sum], [0], width)}`;
}

function size({ length }: Uint8Array): string {
  return renderCount(length);
}
