/** A PNG of few colors, written by hand so that the same picture always gives the same bytes. */
import { zlibSync } from 'fflate';

export interface Bitmap {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and opacity, 0–255 each; at most 256 colors. */
  readonly colors: readonly (readonly [number, number, number, number])[];
  /** The index of the color at a place. */
  readonly colorAt: (x: number, y: number) => number;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Eight bits a pixel, each an index into the palette; then the only compression, filter and interlacing. */
const FORMAT = [8, 3, 0, 0, 0];

/** The bytes of the file (PNG 1.2: IHDR, PLTE, tRNS, IDAT, IEND). */
export function pngOf(picture: Bitmap): Uint8Array {
  const { width, height, colors } = picture;
  return Uint8Array.from([
    ...SIGNATURE,
    ...chunk('IHDR', [...word(width), ...word(height), ...FORMAT]),
    ...chunk(
      'PLTE',
      colors.flatMap(([red, green, blue]) => [red, green, blue]),
    ),
    ...chunk(
      'tRNS',
      colors.map(([, , , opacity]) => opacity),
    ),
    ...chunk('IDAT', zlibSync(rowsOf(picture), { level: 9 })),
    ...chunk('IEND', []),
  ]);
}

/** Each row begins with its filter: none. */
function rowsOf({ width, height, colorAt }: Bitmap): Uint8Array {
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = colorAt(x, y);
  }
  return rows;
}

function chunk(type: string, data: ArrayLike<number>): number[] {
  const named = [...new TextEncoder().encode(type), ...Array.from(data)];
  return [...word(data.length), ...named, ...word(checksum(named))];
}

/** Four bytes, the highest first. */
function word(value: number): number[] {
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);
}

/** CRC-32 as PNG wants it (ISO 3309). */
function checksum(bytes: readonly number[]): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ~crc >>> 0;
}
