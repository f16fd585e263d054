import { createHash } from 'node:crypto';
import { table } from '../../terminal/table.ts';
import type { Package } from './packages.ts';

/** Every package with its size and hash, and what is inside. Sizes of the files are unzipped. */
export function packLines(packages: readonly Package[]): string {
  return packages.map(packageLines).join('\n\n');
}

function packageLines({ names, bytes, files }: Package): string {
  const hash = createHash('sha256').update(bytes).digest('hex');
  const title = `${names.join(', ')}: ${size(bytes)} bytes\nsha256 ${hash}`;
  if (files.length === 1) return title;
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const total = files.reduce((sum, file) => sum + file.bytes.length, 0);
  const rows = sorted.map((file) => [size(file.bytes), file.path]);
  const sum = [total.toLocaleString('en'), `${files.length} files`];
  return `${title}\n${table(['bytes', 'file'], [...rows, sum], [0])}`;
}

function size({ length }: Uint8Array): string {
  return length.toLocaleString('en');
}
