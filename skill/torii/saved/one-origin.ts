/**
 * Replies of one connector in one session: a list of apps of one company and contracts of another would give
 * figures that could not be told from true ones, and so would a list of last week beside one of today.
 *
 * In: files, some with what was asked. Out: those to read, and for the others why not.
 */
import type { RecordedRequest, SavedFile } from './saved-file.ts';

export interface Chosen {
  readonly files: readonly SavedFile[];
  readonly leftOut: readonly { readonly name: string; readonly problem: string }[];
}

export function ofOneOrigin(files: readonly SavedFile[]): Chosen {
  const kept = sortByRequest(files.filter(hasAsked));
  const session = kept.findLast(({ asked }) => asked.tool === 'list_apps')?.asked.session;
  const current = kept.filter(({ asked }) => session === undefined || asked.session === session);
  const servers = serversOf(current);
  const used = new Set(current.filter(({ asked }) => servers.length === 1 && asked.server === servers[0]));
  const problem = problemWith(servers);
  return {
    files: files.filter((file) => !hasAsked(file) || used.has(file)),
    leftOut: kept
      .filter((file) => !used.has(file))
      .map((file) => ({
        name: file.name,
        problem: current.includes(file)
          ? problem
          : 'It is of an earlier session than the latest list of apps: left out.',
      })),
  };
}

type AskedFile = SavedFile & { readonly asked: RecordedRequest };

function hasAsked(file: SavedFile): file is AskedFile {
  return file.asked !== undefined;
}

/** By the timestamp that a kept file's name begins with, in any folder. */
function sortByRequest(files: readonly AskedFile[]): AskedFile[] {
  return files.toSorted((a, b) => (ownName(a) < ownName(b) ? -1 : ownName(a) > ownName(b) ? 1 : 0));
}

function ownName({ name }: SavedFile): string {
  return name.replace(/^.*[/\\]/, '');
}

/** Those that answered for apps and for contracts; where none did for both, those that answered for apps. */
function serversOf(files: readonly AskedFile[]): string[] {
  const asked = (name: string, part: string): boolean =>
    files.some(({ asked: { server, tool } }) => server === name && tool.includes(part));
  const all = [...new Set(files.map(({ asked: { server } }) => server))];
  const both = all.filter((name) => asked(name, '_app') && asked(name, '_contract'));
  return both.length > 0 ? both : all.filter((name) => asked(name, '_app'));
}

function problemWith(servers: readonly string[]): string {
  if (servers.length < 2) return 'It came from a connector that is not Torii’s: left out.';
  const names = servers.map((name) => name.replace(/^mcp__|__$/g, '')).join(', ');
  return `Replies of several connectors are mixed here (${names}). Give the folder of one.`;
}
