import type { JsonValue } from '../../torii/json.ts';
import type { Value } from '../base/portfolio.ts';
import { invalid, known, missing } from '../base/value.ts';

const host = /^(?:[a-z][a-z0-9+.-]*:)?(?:\/\/)?(?:[^/@\s]*@)?(?:www\.)?([^/:?#\s]+)(?::\d+)?(?:[/?#].*)?$/;

/** Bare host name of an address, lower case, without "www.". */
export function readDomain(raw: JsonValue | undefined): Value<string> {
  if (raw === undefined || raw === null) return missing('absent');
  if (typeof raw !== 'string') return invalid(raw);
  const text = raw.trim().toLowerCase();
  if (text === '') return missing('empty');
  const name = host.exec(text)?.[1];
  return name !== undefined && /^[^.]+(\.[^.]+)+$/.test(name) ? known(name) : invalid(raw);
}
