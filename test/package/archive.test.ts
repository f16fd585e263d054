import { unzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { archiveOf } from '../../skill/package/archive/archive.ts';
import { textFile } from '../../skill/surfaces/base/packed-file.ts';

const files = [
  { ...textFile('b/run.mjs', 'console.log(1)'), executable: true },
  textFile('a.txt', 'a'.repeat(1000)),
];

const zone = process.env['TZ'];
afterEach(() => {
  process.env['TZ'] = zone;
});

describe('archiveOf', () => {
  it('holds every file as it was', () => {
    const entries = Object.entries(unzipSync(archiveOf(files)));
    expect(entries.map(([path, bytes]) => [path, new TextDecoder().decode(bytes)])).toEqual([
      ['a.txt', 'a'.repeat(1000)],
      ['b/run.mjs', 'console.log(1)'],
    ]);
  });

  it('gives the same bytes in any order, and in any time zone', () => {
    process.env['TZ'] = 'Pacific/Auckland';
    const there = archiveOf(files);
    process.env['TZ'] = 'America/Los_Angeles';
    expect(archiveOf(files.toReversed())).toEqual(there);
  });

  it('keeps the right to be started, and gives it to nothing else', () => {
    const bytes = Buffer.from(archiveOf(files));
    const heads = [...starts(bytes, 'PK\u0001\u0002')].map((at) => [
      bytes.toString('latin1', at + 46, at + 46 + bytes.readUInt16LE(at + 28)),
      (bytes.readUInt32LE(at + 38) >>> 16).toString(8),
    ]);
    expect(heads).toEqual([
      ['a.txt', '100644'],
      ['b/run.mjs', '100755'],
    ]);
  });
});

function* starts(bytes: Buffer, mark: string): Generator<number> {
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) yield at;
}
