/**
 * Bytes of every file of the page, and what each room adds.
 *
 * In: the pages in dist. Out: tables on stdout. A room's gzipped bytes are what the script would lose
 * without it, so the rooms add up to a little less than the whole.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { preactIn } from '../../artifact/build/preact-alias.ts';
import { bundle, type Piece } from './bundle.ts';
import { machine } from './machine.ts';
import { printTable } from './table.ts';

const BAR = { raw: 380_000, gzip: 130_000 };
const FILES_SHOWN = 25;

interface Bytes {
  readonly raw: number;
  readonly gzip: number;
}

function bytesOf(text: string): Bytes {
  return { raw: Buffer.byteLength(text), gzip: gzipSync(text, { level: 9 }).byteLength };
}

function pages(): string[] {
  const names = readdirSync('dist').filter((name) => /\.(html|js|css|jsx)$/.test(name));
  if (names.length === 0) throw new Error('dist holds no page; run the build first.');
  return names.toSorted();
}

function pageRows(): (string | number)[][] {
  return pages().map((name) => {
    const page = bytesOf(readFileSync(`dist/${name}`, 'utf8'));
    const held = page.gzip <= BAR.gzip && page.raw <= BAR.raw;
    const judged = name === 'dashboard.html' ? (held ? 'met' : 'missed') : 'no bar';
    return [name, page.raw, page.gzip, judged];
  });
}

/** What the script would lose without the pieces that a test picks. */
function cost(pieces: readonly Piece[], whole: number, picked: (source: string | null) => boolean): Bytes {
  const rest = pieces.filter(({ source }) => !picked(source));
  const raw = pieces.reduce((sum, { source, text }) => sum + (picked(source) ? text.length : 0), 0);
  return { raw, gzip: whole - bytesOf(textOf(rest)).gzip };
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}

/** Path from the project's root, or the name of the package. */
function nameOf(source: string | null): string {
  if (source === null) return '(bundler)';
  const [, inPackage] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source) ?? [];
  return inPackage ?? source.replace(/^(\.\.\/)+/, '');
}

function roomOf(source: string | null): string {
  const name = nameOf(source);
  return name.includes('/') ? name.split('/').slice(0, 2).join('/') : name;
}

function shares(
  pieces: readonly Piece[],
  groupOf: (source: string | null) => string,
): { readonly name: string; readonly bytes: Bytes }[] {
  const whole = bytesOf(textOf(pieces)).gzip;
  const names = [...new Set(pieces.map(({ source }) => groupOf(source)))];
  return names
    .map((name) => ({ name, bytes: cost(pieces, whole, (source) => groupOf(source) === name) }))
    .toSorted((a, b) => b.bytes.gzip - a.bytes.gzip);
}

function shareTable(title: string, rows: ReturnType<typeof shares>): void {
  printTable(
    title,
    ['', 'raw', 'gzip'],
    rows.map(({ name, bytes }) => [name, bytes.raw, bytes.gzip]),
  );
}

console.log(machine());
printTable(
  `Files of the page (bar of dashboard.html: ${BAR.raw / 1000} kB raw, ${BAR.gzip / 1000} kB gzip)`,
  ['file', 'raw', 'gzip', 'bar'],
  pageRows(),
);
const { pieces, style } = await bundle('artifact/page/main.jsx', [preactIn(['client'])]);
const cut = pieces();
shareTable('dashboard.html, room by room', [
  ...shares(cut, roomOf),
  { name: 'theme', bytes: bytesOf(style) },
]);
const ours = shares(cut, nameOf).filter(({ name }) => name.includes('/'));
shareTable(`dashboard.html, our ${FILES_SHOWN} largest files`, ours.slice(0, FILES_SHOWN));
