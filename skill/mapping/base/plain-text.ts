import { fold } from './fold.ts';

/** Lower case, without accents, one space between words: "Três  Meses" reads "tres meses". */
export function normalizeText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Letters and digits alone, without accents: "Sí", "si" and "SI." are one word. */
export function plainWord(text: string): string {
  return fold(text.normalize('NFD').replace(/\p{M}+/gu, ''));
}
