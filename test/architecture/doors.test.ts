import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, sourceFiles, type Import } from './imports.ts';

/** The files directly in one of these folders are its doors; what lies in folders below is private. */
const roomsWithDoors = [
  'skill/torii',
  'skill/mapping',
  'skill/analysis',
  'skill/report',
  'skill/surfaces',
  'skill/package',
  'skill/server',
  'skill/sign-in',
  'skill/node',
  'skill/cli',
  'artifact/bridge',
  'artifact/session',
  'artifact/parts',
  'artifact/exports',
] as const;

/** A room with more doors than this has no front. */
const mostDoors = 6;

const files = ['skill', 'artifact', 'mocks'].flatMap(sourceFiles);
const imports = files
  .flatMap(importsOf)
  .filter((found) => !found.external && /\.(ts|tsx|jsx)$/.test(found.to));

const roomOf = (path: string) => roomsWithDoors.find((room) => path.startsWith(`${room}/`));
/** The rooms of the page, which lie one above another. */
const pageRoomOf = (path: string) => /^artifact\/(bridge|parts|session|exports|views|page)\//.exec(path)?.[1];
const isDoor = (path: string) => dirname(path) === roomOf(path);

/** Walks around a door, or null. */
function around(found: Import): string | null {
  const room = roomOf(found.to);
  if (room === undefined || room === roomOf(found.from) || isDoor(found.to)) return null;
  return `${found.from} reaches behind the doors of ${room}: ${basename(found.to)}`;
}

/** One circle of imports, as a path that ends where it begins; null when there is none. */
function circleOf(arrows: ReadonlyMap<string, ReadonlySet<string>>): string | null {
  const finished = new Set<string>();
  const visit = (node: string, path: readonly string[]): string | null => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node].join(' → ');
    if (finished.has(node)) return null;
    for (const next of arrows.get(node) ?? []) {
      const circle = visit(next, [...path, node]);
      if (circle !== null) return circle;
    }
    finished.add(node);
    return null;
  };
  for (const node of arrows.keys()) {
    const circle = visit(node, []);
    if (circle !== null) return circle;
  }
  return null;
}

function arrowsBetween(found: readonly Import[], name: (path: string) => string): Map<string, Set<string>> {
  const arrows = new Map<string, Set<string>>();
  for (const { from, to } of found) {
    if (name(from) === name(to)) continue;
    arrows.set(name(from), (arrows.get(name(from)) ?? new Set()).add(name(to)));
  }
  return arrows;
}

describe('doors', () => {
  it.each(roomsWithDoors)('%s has a few, each with a head that says what goes in and out', async (room) => {
    const { readFile } = await import('node:fs/promises');
    const doors = files.filter((file) => dirname(file) === room);
    expect(doors.length).toBeGreaterThan(0);
    expect(doors.length).toBeLessThanOrEqual(mostDoors);
    for (const door of doors) expect(await readFile(door, 'utf8'), door).toMatch(/\/\*\*/);
  });

  it('are the only way into a room', () => {
    const crossing = imports.filter(
      ({ from, to }) => roomOf(to) !== undefined && roomOf(to) !== roomOf(from),
    );
    expect(crossing.length).toBeGreaterThan(100);
    expect(crossing.map(around).filter((message) => message !== null)).toEqual([]);
  });

  it('notice somebody who walks around them', () => {
    const found = { from: 'skill/cli/main.ts', external: false, typeOnly: true };
    expect(around({ ...found, to: 'skill/torii/read/paging.ts' })).not.toBeNull();
    expect(around({ ...found, to: 'skill/torii/read.ts' })).toBeNull();
  });
});

/** All that is imported, types included, and every circle in it. */
const arrows = arrowsBetween(imports, (path) => path);

describe('circles', () => {
  it('of files do not exist anywhere, types included', () => {
    expect(arrows.size).toBeGreaterThan(500);
    expect(circleOf(arrows)).toBeNull();
  });

  it('of folders inside a room do not exist', () => {
    const inside = imports.filter(
      ({ from, to }) => roomOf(from) !== undefined && roomOf(from) === roomOf(to) && !isDoor(from),
    );
    expect(inside.length).toBeGreaterThan(300);
    expect(circleOf(arrowsBetween(inside, dirname))).toBeNull();
  });

  it('of rooms do not exist in the page', () => {
    const crossing = imports.filter(({ from, to }) => pageRoomOf(from) && pageRoomOf(to));
    expect(crossing.length).toBeGreaterThan(300);
    expect(circleOf(arrowsBetween(crossing, (path) => pageRoomOf(path) ?? path))).toBeNull();
  });

  it('are found where there is one', () => {
    const circle = new Map([
      ['a', new Set(['b'])],
      ['b', new Set(['c'])],
      ['c', new Set(['a'])],
    ]);
    expect(circleOf(circle)).toBe('a → b → c → a');
  });

  it('are found where only types close them', () => {
    const found = [
      { from: 'table.ts', to: 'sorting.ts', external: false, typeOnly: false },
      { from: 'sorting.ts', to: 'table.ts', external: false, typeOnly: true },
    ];
    expect(circleOf(arrowsBetween(found, (path) => path))).toBe('table.ts → sorting.ts → table.ts');
  });
});
