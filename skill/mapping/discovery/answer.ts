import { isJsonObject, type JsonObject, type JsonValue } from '../../torii/json.ts';
import { isOptionalField, pathKeys } from '../base/mapping-path.ts';
import type { TenantMapping } from '../base/mapping.ts';
import { parseMapping, type ParsedMapping } from '../files/check.ts';
import type { AnswerOption } from './question.ts';

export type Setting = AnswerOption['sets'][number];

/**
 * The mapping with single places set. A field that is set to null is taken out; an Organizational View
 * of null means that there is none. A rate without the rest of its table is dated by `today`.
 */
export function withSettings(
  mapping: TenantMapping,
  settings: readonly Setting[],
  today?: string,
): ParsedMapping {
  const json: unknown = structuredClone(mapping);
  if (!isJsonObject(json)) return parseMapping(json);
  for (const { path, value } of settings) {
    if (path.startsWith('rates.perUnit.')) startRates(json, today);
    setAt(json, pathKeys(path), value, isOptionalField(path));
  }
  return parseMapping(json);
}

function startRates(json: JsonObject, today: string | undefined): void {
  if (today === undefined || isJsonObject(json.rates)) return;
  json.rates = { asOf: today, source: 'stated by hand', perUnit: {} };
}

function setAt(
  json: JsonObject,
  [key = '', ...rest]: readonly string[],
  value: JsonValue,
  mayGo: boolean,
): void {
  if (rest.length > 0) {
    const inner = Object.hasOwn(json, key) ? json[key] : undefined;
    const child = isJsonObject(inner) ? inner : {};
    setOwn(json, key, child);
    setAt(child, rest, value, mayGo);
  } else if (value === null && mayGo) {
    delete json[key];
  } else {
    setOwn(json, key, value);
  }
}

/** A word of a tenant may be called like a part of every object. */
function setOwn(json: JsonObject, key: string, value: JsonValue): void {
  Object.defineProperty(json, key, { value, enumerable: true, configurable: true, writable: true });
}
