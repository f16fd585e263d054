import type { Source } from './records.ts';

/**
 * The keys whose values go into the hash of a source; every key where a source is not listed.
 *
 * An app can have a hundred thousand accounts, and most of a row (names, role, score, amounts of no
 * license) moves no figure: what counts is whose account it is and what the mapping reads of it.
 */
export const countedKeys: { readonly [S in Source]?: ReadonlySet<string> } = {
  appUsers: new Set([
    'idUser',
    'id',
    'email',
    'status',
    'lastVisitTime',
    'lastUsageTime',
    'creationTimeInApp',
    'isExternal',
    'isDeletedInIdentitySources',
    'isUserRemovedFromApp',
    'lifecycleStatus',
    'licenses',
  ]),
};
