/**
 * Sheets as the bytes of an .xlsx file, compressed row by row as they are made, so that no more than one
 * piece of a sheet is held. Equal sheets give equal bytes: the archive knows one date only.
 */
import { Zip, ZipDeflate } from 'fflate';
import { frame, sheetPath } from './frame.ts';
import { sheetXml } from './sheet-xml.ts';
import type { WorkbookSheet } from './sheet.ts';

/** @param onRows called now and then with the rows of all sheets written so far */
export function packed(
  sheets: readonly WorkbookSheet[],
  currency: string,
  onRows: (rows: number) => void = () => {},
): Uint8Array {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((failure, piece) => {
    if (failure !== null) throw failure;
    pieces.push(piece);
  });
  for (const [path, xml] of frame(sheets, currency)) addPart(zip, path, [xml]);
  let rows = 0;
  const counted = () => {
    rows += 1;
    if (rows % 500 === 0) onRows(rows);
  };
  sheets.forEach((sheet, index) => {
    addPart(zip, `xl/${sheetPath(index)}`, sheetXml(sheet, index === 0), counted);
  });
  zip.end();
  return joined(pieces);
}

/** Before 1980 an archive knows no date. */
const packedAt = new Date(1980, 0, 1);
/** Letters handed to the compressor at once. */
const pieceLength = 65_536;

function addPart(zip: Zip, path: string, xml: Iterable<string>, onPiece: () => void = () => {}): void {
  const part = new ZipDeflate(path, { level: 6 });
  part.mtime = packedAt;
  zip.add(part);
  const encoder = new TextEncoder();
  let waiting = '';
  for (const piece of xml) {
    waiting += piece;
    onPiece();
    if (waiting.length < pieceLength) continue;
    part.push(encoder.encode(waiting));
    waiting = '';
  }
  part.push(encoder.encode(waiting), true);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
