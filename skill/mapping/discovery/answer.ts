import { isJsonObject, type JsonObject, type JsonValue } from '../../torii/json.ts';
import { parseMapping, type ParsedMapping } from '../files/check.ts';
import type { TenantMapping } from '../base/mapping.ts';
import type { Answer } from './questions.ts';

/**
 * The mapping with the answers of a person filled in, checked like any other. An answer of null to a
 * field removes the field; an Organizational View of null means that there is none.
 */
export function withAnswers(mapping: TenantMapping, answers: readonly Answer[]): ParsedMapping {
  const json: unknown = structuredClone(mapping);
  if (!isJsonObject(json)) return parseMapping(json);
  for (const { sets } of answers) {
    for (const { path, value } of sets) setAt(json, path.split('.'), value);
  }
  return parseMapping(json);
}

function setAt(json: JsonObject, path: readonly string[], value: JsonValue): void {
  const [key = '', ...rest] = path;
  if (rest.length > 0) {
    const inner = json[key];
    const child = isJsonObject(inner) ? inner : {};
    json[key] = child;
    setAt(child, rest, value);
  } else if (value === null && key !== 'organizationalView') {
    delete json[key];
  } else {
    json[key] = value;
  }
}
