import type { PackageProblem, PackageRule } from './package-problem.ts';
import type { PackedFile } from '../../surfaces/packed-files.ts';

/** A skill must hold fewer files than this. */
const FILES = 100;
/** Bytes of all files together, unzipped, that a skill must stay below. */
const BYTES = 5_000_000;

const nested = /\.(zip|skill|plugin|mcpb|dxt|tar|tgz|gz|7z|rar)$/i;

/** Problems that any of our archives can have, whatever is in it. */
export function archiveProblems(files: readonly PackedFile[]): PackageProblem[] {
  return [
    ...files.flatMap(({ path }) => pathProblems(path)),
    ...repeatedPaths(files),
    ...(files.length < FILES
      ? []
      : [problem('file-count', '', `${files.length} files; ${FILES} are refused.`)]),
    ...sizeProblems(files),
  ];
}

function pathProblems(path: string): PackageProblem[] {
  const fault = pathFault(path);
  return [
    ...(fault === null ? [] : [problem('path', path, fault)]),
    ...(nested.test(path) ? [problem('nested-archive', path, 'An archive lies inside the archive.')] : []),
  ];
}

function pathFault(path: string): string | null {
  if (path.startsWith('/') || /^[a-z]:/i.test(path)) return 'The path is absolute.';
  if (path.includes('\\')) return 'The path has a backslash in it.';
  const parts = path.split('/');
  if (parts.includes('..') || parts.includes('.')) return 'The path leaves its folder.';
  if (parts.includes('')) return 'A part of the path is empty.';
  return /^[\x20-\x7e]+$/.test(path) ? null : 'The path has characters that not every system keeps.';
}

/** Regardless of case: two such files are one on most people's disks. */
function repeatedPaths(files: readonly PackedFile[]): PackageProblem[] {
  const seen = new Set<string>();
  return files.flatMap(({ path }) => {
    const repeated = seen.has(path.toLowerCase());
    seen.add(path.toLowerCase());
    return repeated ? [problem('repeated-path', path, 'Another file has this path.')] : [];
  });
}

function sizeProblems(files: readonly PackedFile[]): PackageProblem[] {
  const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return total < BYTES ? [] : [problem('size', '', `${total} bytes unzipped; ${BYTES} are refused.`)];
}

function problem(rule: PackageRule, path: string, message: string): PackageProblem {
  return { rule, path, message };
}
