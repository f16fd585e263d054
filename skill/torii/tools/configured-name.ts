export type ConfiguredName =
  | { readonly ok: true; readonly prefix: string }
  | { readonly ok: false; readonly sentence: string };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const SLUG = /^[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?$/i;
/** Only hexadecimal digits and hyphens, long enough to have been meant as a UUID. */
const ALMOST_UUID = /^[0-9a-f-]{20,}$/i;
/** The connector's segment ends at the first double underscore, as in every full tool name. */
const PREFIXED = /^mcp__((?:(?!__)[\w-])+)(?:__.*)?$/;
const TOOL = /^(list|get|search|match|run|create|update|delete|add)_[a-z_]+$/;

/**
 * Reads what a person pastes to name the connector: a UUID, any full tool name, its prefix, or a slug.
 * Out: the prefix under which the host spells the connector's tools, or one sentence why not.
 */
export function parseConfiguredName(text: string): ConfiguredName {
  const name = text.trim().replace(/^["'`]+|["'`,;]+$/g, '');
  if (name === '') return no('Paste the UUID of the Torii connector, or any full name of one of its tools.');
  if (name.startsWith('mcp__')) return prefixIn(name);
  if (/^https?:/i.test(name)) {
    return no(
      'This is an address. Paste the UUID of the connector, or a full name such as mcp__…__list_apps.',
    );
  }
  if (UUID.test(name)) return { ok: true, prefix: `mcp__${name}__` };
  if (ALMOST_UUID.test(name))
    return no(`A UUID has 36 characters; this has ${name.length}. Its groups have 8, 4, 4, 4 and 12.`);
  if (TOOL.test(name)) {
    return no('This is a tool without its connector. Paste the full name, such as mcp__…__list_apps.');
  }
  if (SLUG.test(name)) return { ok: true, prefix: `mcp__${name}__` };
  return no('This is not the name of a connector: a UUID, or letters, digits, hyphens and underscores.');
}

function prefixIn(name: string): ConfiguredName {
  const [, segment] = PREFIXED.exec(name) ?? [];
  return segment === undefined
    ? no('The name between “mcp__” and the next “__” is missing or holds characters no connector has.')
    : { ok: true, prefix: `mcp__${segment}__` };
}

function no(sentence: string): ConfiguredName {
  return { ok: false, sentence };
}
