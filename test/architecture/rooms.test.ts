import { describe, expect, it } from 'vitest';
import { importsOf, sourceFiles, type Import } from './imports.ts';

interface Room {
  /** Rooms whose values may be imported. A room may always import itself. */
  readonly values: readonly string[];
  /** Rooms of which only types may be imported. */
  readonly types?: readonly string[];
  readonly packages: readonly RegExp[];
}

const zodMini = /^zod\/mini$/;
const react = /^react(-dom)?(\/client|\/jsx-runtime)?$/;
const anything = /./;

/** The direction of import, room by room: the longest matching path decides. */
const rooms: Readonly<Record<string, Room>> = {
  'skill/torii': { values: [], packages: [zodMini] },
  // The page reads a mapping against the published schema, which zod writes.
  'skill/mapping': {
    // The committed schemas stand in for zod in the page.
    values: ['skill/torii', 'skill/assets/tenant-mapping.schema.json', 'skill/assets/decisions.schema.json'],
    packages: [zodMini],
  },
  'skill/analysis': { values: [], types: ['skill/mapping'], packages: [] },
  'skill/report': {
    values: ['skill/torii', 'skill/mapping', 'skill/analysis'],
    // The workbook is written for any machine, not for Node alone; no page imports it.
    packages: [zodMini, /^fflate$/],
  },
  // Files and steps for each surface are made from the catalog and, where there is one, the mapping.
  // Configurations of other people are edited by a parser that keeps every other byte.
  'skill/surfaces': {
    values: ['skill/torii', 'skill/package'],
    types: ['skill/mapping'],
    packages: [/^jsonc-parser$/],
  },
  // What an installed skill, plugin or extension consists of, zipped to the same bytes each time.
  'skill/package': {
    values: ['skill/torii', 'skill/mapping', 'skill/surfaces'],
    packages: [zodMini, /^fflate$/],
  },
  // The texts of the skill take their tables from the code.
  'skill/assets': {
    values: [
      'skill/mapping',
      'skill/report',
      'skill/analysis',
      'skill/torii',
      'skill/surfaces',
      'skill/torii/tools/called-tools.ts',
    ],
    packages: [zodMini, /^node:/],
  },
  // What the command line and its servers need of the machine: exit codes, clock, addresses, secrets.
  'skill/node': { values: ['skill/torii'], packages: [/^node:/, /^commander$/] },
  // OAuth for our own connections. It says nothing itself: who is asked comes in as a value.
  'skill/sign-in': {
    values: ['skill/torii', 'skill/node'],
    packages: [/^node:/, /^@modelcontextprotocol\/sdk\//, /^zod$/],
  },
  // What the server answers; how it is reached, and what is written, is the shell's.
  'skill/server': {
    values: ['skill/torii', 'skill/mapping', 'skill/analysis', 'skill/report'],
    packages: [zodMini],
  },
  'skill/cli': {
    values: ['skill', 'mocks/server', 'mocks/tenant', 'mocks/hosts'],
    packages: [anything],
  },
  // The build writes the shell of the page and the banner of its program.
  'artifact/build': {
    values: ['skill/report', 'skill/torii', 'skill/package'],
    packages: [/^node:/, /^vite$/],
  },
  artifact: {
    values: ['skill/torii', 'skill/mapping', 'skill/analysis', 'skill/report'],
    packages: [zodMini, react],
  },
  // Nothing but what is drawn: no state, no host, no export. A sheet is a type of the report's.
  'artifact/parts': { values: [], types: ['skill/report'], packages: [react] },
  'artifact/session': {
    values: [
      'skill/torii',
      'skill/mapping',
      'skill/analysis',
      'skill/report',
      'artifact/bridge',
      'artifact/parts',
    ],
    packages: [zodMini, react],
  },
  // Files leave by whatever way the host leaves open.
  'artifact/exports': {
    values: [
      'artifact/bridge',
      'skill/torii',
      'skill/analysis',
      'skill/report',
      'artifact/session',
      'artifact/parts',
      'artifact/theme',
    ],
    packages: [react],
  },
  // The demo's own script is the one shipped file that may carry the synthetic tenant.
  'artifact/page/demo-tenant.ts': {
    values: ['artifact', 'skill', 'mocks/tenant'],
    packages: [zodMini, react],
  },
  mocks: { values: ['skill/torii'], types: ['skill/mapping'], packages: [anything] },
  // The imitated hosts speak to the page in the words of its own preview bridge.
  'mocks/hosts': { values: ['mocks', 'skill/torii', 'artifact/bridge'], packages: [anything] },
};

const places = Object.keys(rooms).toSorted((a, b) => b.length - a.length);

/** Matching by path segment, so that skill/tori is not inside skill/torii. */
function inside(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

function roomOf(path: string): string | undefined {
  return places.find((place) => inside(path, place));
}

function breaks(found: Import): string | null {
  const place = roomOf(found.from);
  const room = place === undefined ? undefined : rooms[place];
  if (place === undefined || room === undefined) return `${found.from} belongs to no room`;
  if (found.to === 'package.json' || found.to.endsWith('.css')) return null;
  if (found.external) {
    return room.packages.some((allowed) => allowed.test(found.to))
      ? null
      : `${found.from} imports ${found.to}`;
  }
  const allowed = [place, ...room.values, ...(found.typeOnly ? (room.types ?? []) : [])];
  return allowed.some((other) => inside(found.to, other)) ? null : `${found.from} imports ${found.to}`;
}

const files = ['skill', 'artifact', 'mocks'].flatMap(sourceFiles);
const imports = files.flatMap(importsOf);

describe('direction of import', () => {
  it('looks at every room', () => {
    const seen = new Set(files.map(roomOf));
    for (const place of [
      'skill/torii',
      'skill/mapping',
      'skill/analysis',
      'skill/cli',
      'artifact',
      'mocks',
    ]) {
      expect(seen, `no file of ${place} was read`).toContain(place);
    }
    expect(imports.length).toBeGreaterThan(files.length);
  });

  it('holds for every import', () => {
    expect(imports.map(breaks).filter((message) => message !== null)).toEqual([]);
  });

  it.each([
    {
      from: 'skill/analysis/stages/cost.ts',
      to: 'skill/mapping/base/value.ts',
      external: false,
      typeOnly: false,
    },
    {
      from: 'skill/torii/tools/guard.ts',
      to: 'skill/mapping/base/mapping.ts',
      external: false,
      typeOnly: true,
    },
    { from: 'artifact/views/spend.tsx', to: 'mocks/tenant/tenant.ts', external: false, typeOnly: false },
    { from: 'artifact/views/spend.tsx', to: 'recharts', external: true, typeOnly: false },
    {
      from: 'artifact/parts/table/table.tsx',
      to: 'artifact/exports/exports.ts',
      external: false,
      typeOnly: true,
    },
    { from: 'skill/report/files/csv.ts', to: 'node:fs', external: true, typeOnly: false },
  ] satisfies Import[])('is broken by $from → $to', (found) => {
    expect(breaks(found)).not.toBeNull();
  });
});
