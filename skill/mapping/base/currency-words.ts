/** Currencies as people write them: signs and names, those with one meaning and those with several. */
import { currencyCode } from './currency.ts';
import { normalizeText } from './plain-text.ts';

/** Code, then the spellings that mean it alone. */
const written =
  'EUR € euro euros eur.|USD us$ $us usd$ us-$ us-dollar us-dollars|GBP £ sterling|CAD c$ ca$ can$ cad$ cdn$|AUD a$ au$ aud$|' +
  'NZD nz$ nzd$|HKD hk$|SGD s$ sg$|BRL r$ real reais|MXN mx$ mex$|TWD nt$|INR ₹ inr.|JPY yen 円 jp¥|CNY yuan renminbi rmb 元 cn¥|' +
  'KRW ₩ won|ILS ₪ nis shekel shekels|TRY ₺ tl|RUB ₽|UAH ₴ hryvnia|VND ₫|THB ฿ baht|NGN ₦ naira|PHP ₱|PLN zł zl zloty zlotys|' +
  'CZK kč kc|HUF ft forint|CHF fr. sfr sfr. franken|RON lei|ZAR rand|SEK skr|NOK nkr|DKK dkr';

/** Names of more than one word. */
const named =
  'USD:us dollar,us dollars,u.s. dollar,u.s. dollars,american dollar,american dollars,united states dollar,united states dollars|GBP:pound sterling,pounds sterling,british pound,british pounds|' +
  'CHF:swiss franc,swiss francs,schweizer franken|CAD:canadian dollar,canadian dollars|AUD:australian dollar,australian dollars|' +
  'INR:indian rupee,indian rupees|JPY:japanese yen|SEK:swedish krona,swedish kronor|NOK:norwegian krone,norwegian kroner|DKK:danish krone,danish kroner';

const meanings: ReadonlyMap<string, string> = new Map([
  ...written.split('|').flatMap((entry): [string, string][] => {
    const [code = '', ...words] = entry.split(' ');
    return words.map((word) => [normalizeText(word), code]);
  }),
  ...named.split('|').flatMap((entry): [string, string][] => {
    const [code = '', words = ''] = entry.split(':');
    return words.split(',').map((word) => [word, code]);
  }),
]);

/** What several currencies are called; the record says which of them is meant. */
const shared: readonly (readonly [words: string, codes: string])[] = [
  ['$ dollar dollars', 'USD CAD AUD NZD SGD HKD TWD MXN ARS CLP COP BBD BSD BZD FJD JMD LRD NAD TTD UYU XCD'],
  ['¥ ￥', 'JPY CNY'],
  ['kr kr. krona krone kronor kroner', 'SEK NOK DKK ISK'],
  ['pound pounds', 'GBP EGP LBP SYP SDG SSP GIP FKP SHP'],
  ['fr franc francs', 'CHF XAF XOF XPF CDF RWF BIF DJF GNF KMF'],
  ['rs rs. rupee rupees', 'INR PKR LKR NPR MUR SCR'],
  ['peso pesos', 'MXN ARS CLP COP PHP CUP DOP UYU'],
  ['dinar dinars', 'KWD BHD JOD IQD DZD LYD TND RSD'],
  ['riyal riyals rial rials', 'SAR QAR OMR IRR YER'],
];

/**
 * The currency of a code, a sign or a name; null for what names none.
 * @param expected the currency that decides between several, as the record or the tenant states it
 */
export function currencyNamed(raw: unknown, expected: string | null): string | null {
  const code = currencyCode(raw);
  if (code !== null || typeof raw !== 'string') return code;
  const word = normalizeText(raw);
  const meant = meanings.get(word);
  if (meant !== undefined) return meant;
  if (/[()]|\s[-–—/]\s/.test(word)) return currencyTwice(word, expected);
  if (expected === null) return null;
  const isShared = shared.some(
    ([words, codes]) => words.split(' ').includes(word) && codes.split(' ').includes(expected),
  );
  return isShared ? expected : null;
}

/** "Euro (EUR)" and "USD - US dollar" say one currency twice; two that differ are none. */
function currencyTwice(text: string, expected: string | null): string | null {
  const parts = text.split(/[()]|\s[-–—/]\s/).filter((part) => part.trim() !== '');
  if (parts.length !== 2) return null;
  const [first = null, second = null] = parts.map((part) => currencyNamed(part, expected));
  return first === second ? first : null;
}
