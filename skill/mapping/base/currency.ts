/** ISO 4217: which codes exist, and how many decimals each currency has. */

/** Every active code, three letters each. */
const codes =
  'AEDAFNALLAMDAOAARSAUDAWGAZNBAMBBDBDTBGNBHDBIFBMDBNDBOBBOVBRLBSDBTNBWPBYNBZDCADCDFCHECHFCHWCLFCLPCNYCOP' +
  'COUCRCCUPCVECZKDJFDKKDOPDZDEGPERNETBEURFJDFKPGBPGELGHSGIPGMDGNFGTQGYDHKDHNLHTGHUFIDRILSINRIQDIRRISKJMD' +
  'JODJPYKESKGSKHRKMFKPWKRWKWDKYDKZTLAKLBPLKRLRDLSLLYDMADMDLMGAMKDMMKMNTMOPMRUMURMVRMWKMXNMXVMYRMZNNADNGN' +
  'NIONOKNPRNZDOMRPABPENPGKPHPPKRPLNPYGQARRONRSDRUBRWFSARSBDSCRSDGSEKSGDSHPSLESOSSRDSSPSTNSVCSYPSZLTHBTJS' +
  'TMTTNDTOPTRYTTDTWDTZSUAHUGXUSDUSNUYIUYUUYWUZSVEDVESVNDVUVWSTXAFXCDXOFXPFXCGYERZARZMWZWGHRKANG';

const known: ReadonlySet<string> = new Set(codes.match(/.{3}/g));

/** Currencies that do not have two decimals. */
const decimals: ReadonlyMap<string, number> = new Map([
  ...parseCodes('BIFCLPDJFGNFISKJPYKMFKRWPYGRWFUGXUYIVNDVUVXAFXOFXPF', 0),
  ...parseCodes('BHDIQDJODKWDLYDOMRTND', 3),
  ...parseCodes('CLFUYW', 4),
]);

function parseCodes(text: string, exponent: number): [string, number][] {
  return (text.match(/.{3}/g) ?? []).map((code) => [code, exponent]);
}

/** True for an upper-case ISO 4217 code. */
export function isCurrency(code: string): boolean {
  return known.has(code);
}

/** Decimals of a currency: 2 for USD, 0 for JPY, 3 for KWD. */
export function decimalPlacesOf(code: string): number {
  return decimals.get(code) ?? 2;
}

/** Minor units in one major unit: 100 for USD, 1 for JPY, 1000 for KWD. */
export function minorPerMajor(code: string): number {
  return 10 ** decimalPlacesOf(code);
}

/** The code in upper case, or null when it is none. */
export function currencyCode(raw: unknown): string | null {
  if (typeof raw !== 'string') return null;
  const code = raw.trim().toUpperCase();
  return known.has(code) ? code : null;
}
