/**
 * Patterns of tool names that are never allowed, for hosts that can only take names away.
 *
 * Hosts where deny beats allow cannot say "nothing but these", so they are given every verb that a
 * write of Torii's, or of a connector like it, starts with, and the reads that hand out files. A
 * list of verbs is never complete: if a host supports an allow list, that comes first.
 */

/** First words of tools that change something or set something off. */
export const writeVerbs: readonly string[] = (
  'update create add delete remove run trigger execute start stop request ' +
  'approve reject send notify invite upload import parse sync generate anonymize ' +
  'set unset edit modify change patch put post write insert upsert ' +
  'replace save submit publish apply mark rename move merge archive unarchive ' +
  'restore reset close reopen cancel complete assign unassign grant revoke enable ' +
  'disable activate deactivate suspend provision deprovision onboard offboard transfer terminate link ' +
  'unlink attach detach connect disconnect schedule hide ignore dismiss clear'
).split(' ');

/** Tools that hand out files or addresses to put files to, whatever they are called. */
const filePatterns: readonly string[] = [
  'download_*',
  'export_*',
  '*_download_url',
  '*_upload_url',
  '*_file',
];

/** Globs over a tool's own name, such as `update_*`. None of them matches a tool of the catalog. */
export const deniedTools: readonly string[] = [...writeVerbs.map((verb) => `${verb}_*`), ...filePatterns];

/** The same over names with their server, whatever the connector is called: `mcp__*__update_*`. */
export const deniedOnEveryServer: readonly string[] = deniedTools.map((pattern) => `mcp__*__${pattern}`);

/**
 * The same for connectors with Torii in their name: for settings that hold in every session of a project,
 * where the writes of other servers must go on working. A rule has no pattern for either case of a letter.
 */
export const deniedOfNamedTorii: readonly string[] = ['torii', 'Torii', 'TORII'].flatMap((name) =>
  deniedTools.map((pattern) => `mcp__*${name}*__${pattern}`),
);

/**
 * The same for a host that shows the tools of Torii alone, where a missing read does no harm: the verbs in
 * any place, so that `deleteContract` and `bulk_update_users` are left out as well.
 */
export const deniedOfTorii: readonly string[] = [
  ...writeVerbs.flatMap((verb) => [`${verb}*`, `*_${verb}*`]),
  ...filePatterns,
];
