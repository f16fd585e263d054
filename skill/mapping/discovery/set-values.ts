/** Sets single places of a mapping from `KEY=VALUE` texts, without editing JSON by hand. */
import type { JsonValue } from '../../torii/json.ts';
import { isOptionalField } from '../base/mapping-path.ts';
import type { TenantMapping } from '../base/mapping.ts';
import type { Problem } from '../base/problem.ts';
import type { ParsedMapping } from '../files/check.ts';
import { withoutAnswered } from '../files/open-questions.ts';
import { type Setting, withSettings } from './answer.ts';

/** @param today ISO calendar date, for a rate that says no day of its own */
export function setValues(mapping: TenantMapping, texts: readonly string[], today: string): ParsedMapping {
  const settings: Setting[] = [];
  for (const text of texts) {
    const found = settingsOf(text, mapping, settings, today);
    if (!Array.isArray(found)) return { ok: false, problems: [found] };
    settings.push(...found);
  }
  const { approval: _, ...draft } = mapping;
  const set = withSettings({ ...draft, status: 'draft' }, settings, today);
  const paths = settings.map(({ path }) => path);
  return set.ok ? { ok: true, mapping: withoutAnswered(set.mapping, paths) } : set;
}

/** What a text sets; as text where the value does not check as a number, a truth or JSON. */
function settingsOf(
  text: string,
  mapping: TenantMapping,
  before: readonly Setting[],
  today: string,
): Setting[] | Problem {
  const at = text.indexOf('=');
  const path = text.slice(0, at).trim();
  if (at < 1 || path === '') return notASetting(text);
  const written = text.slice(at + 1).trim();
  const forms = [...literals(path, written), ...shorthand(path, written), written];
  const whole = forms.map((value): Setting[] => [{ path, value }, ...confirmed(path)]);
  return (
    whole.find((settings) => withSettings(mapping, [...before, ...settings], today).ok) ?? whole.at(-1) ?? []
  );
}

function notASetting(text: string): Problem {
  return {
    path: text,
    message: `"${text}" is not KEY=VALUE.`,
    remedy: 'Write a place of the mapping and its value, such as fields.contract.annualValue.unit=major.',
  };
}

function literals(path: string, written: string): JsonValue[] {
  if (written === 'none' || written === 'null') return [null];
  try {
    const value: JsonValue = JSON.parse(written);
    return [value];
  } catch {
    return /\.values\./.test(path) && /^(yes|no)$/i.test(written) ? [/^yes$/i.test(written)] : [];
  }
}

/** "fields.contract.noticeDays=c_notice_1" names a key, and "organizationalView=user:department" a field of people. */
function shorthand(path: string, written: string): JsonValue[] {
  if (isOptionalField(path)) return [{ key: written }];
  const [entity = '', ...key] = written.split(':');
  if (path !== 'organizationalView' || key.length === 0) return [];
  return [{ entity, key: key.join(':'), label: key.join(':') }];
}

/** Who states a unit has compared a figure. */
function confirmed(path: string): Setting[] {
  const [, field] = /^(fields\.\w+\.\w+)\.unit$/.exec(path) ?? [];
  return field === undefined ? [] : [{ path: `${field}.confirmed`, value: true }];
}
