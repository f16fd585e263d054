import type { JsonValue } from '../../torii/json.ts';
import { plainWord } from '../base/plain-text.ts';
import type { Value } from '../base/portfolio.ts';
import { invalid, known } from '../base/value.ts';
import { unwrapped } from './unwrapped.ts';

/** Words that mean yes or no in any place; a sentence may begin with one of them. */
const plain = {
  yes: 'y yes yep true 1 on ja j oui si sim da tak sí igen joo kylla evet はい 是 да',
  no: 'n no nope false 0 off nein non nao nie ne nee nej nei nem ei hayir いいえ 否 нет',
};

/** What people write of a renewal in place of yes or no. */
const renewal = {
  yes: 't auto automatic automatically autorenew autorenews autorenewal autorenewing automaticrenewal automaticallyrenews renewsautomatically evergreen enabled checked automatisch automatischeverlangerung verlangertsichautomatisch stillschweigend automatique automatiquement tacite tacitereconduction reconductiontacite automatica automatico automaticamente renovacionautomatica renovacaoautomatica tacita tacito rinnovoautomatico taciterinnovo taciterenewal stilzwijgend renouvellementtacite renouvellementautomatique renewsannually renewsyearly renewsmonthly autorenewsannually autorenewsyearly autorenewsmonthly verlangertsich verlangerungautomatisch wahr vrai verdadero verdadeiro vero aan',
  no: 'f manual manually manualrenewal manualrenew manuallyrenewed donotrenew dontrenew doesntrenew doesntautorenew wontrenew keineverlangerung keineautomatischeverlangerung verlangertsichnicht nonrenouvelable pasderenouvellement disabled unchecked never notautomatic noautorenew noautorenewal noautomaticrenewal nonautorenewing nonrenewing nonrenewable norenewal notrenewing doesnotrenew doesnotautorenew willnotrenew fixed fixedterm onetime oneoff expires manuell manuel manuelle manuale handmatig falsch faux falso festlaufzeit befristet uit',
};

const leading = tableOf(plain);
const whole = new Map([...leading, ...tableOf(renewal)]);

function tableOf({ yes, no }: { readonly yes: string; readonly no: string }): Map<string, boolean> {
  return new Map([...meaning(yes, true), ...meaning(no, false)]);
}

function meaning(text: string, value: boolean): [string, boolean][] {
  return text.split(' ').map((word) => [plainWord(word), value]);
}

const yes = known(true);
const no = known(false);

/** Yes or no in the words that tenants use; every other word is Invalid. */
export function readTruth(raw: JsonValue): Value<boolean> {
  if (typeof raw === 'boolean') return raw ? yes : no;
  const truth = typeof raw === 'string' || typeof raw === 'number' ? wordTruth(String(raw)) : undefined;
  return truth === undefined ? invalid(raw) : truth ? yes : no;
}

/** "Yes, every year" and "No (manual)" begin with their answer. */
const answered = /^\s*(\p{L}+)(?:\s*[,;(]|\s+[-–—]\s)/u;

function wordTruth(text: string): boolean | undefined {
  const meant = whole.get(plainWord(text));
  if (meant !== undefined) return meant;
  const first = answered.exec(text)?.[1];
  return first === undefined ? undefined : leading.get(plainWord(first));
}

/** A flag that Torii itself sets; anything but a clear yes is no. */
export function isSet(raw: JsonValue | undefined): boolean {
  if (raw === true || raw === 1 || raw === 'true') return true;
  if (raw === undefined || raw === null || raw === false || raw === 0) return false;
  const truth = readTruth(unwrapped(raw));
  return truth.kind === 'known' && truth.value;
}
