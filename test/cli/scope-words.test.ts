/** Which scopes are asked for, by their names alone. */
import { expect, test } from 'vitest';
import { leastOf, saysItChanges } from '../../skill/sign-in/server/scope-words.ts';

test.each([
  'torii.write',
  'apps:Write',
  'apps_write',
  'appsWrite',
  'readwrite',
  'read-write',
  'org.admin',
  'users.manage',
  'delete:contracts',
  'contracts.edit',
  'torii.rw',
])('%s changes something', (scope) => expect(saysItChanges(scope)).toBe(true));

test.each(['torii.read', 'credits:view', 'offline_access', 'openid', 'audit.read', 'read:all', ''])(
  '"%s" does not say so',
  (scope) => expect(saysItChanges(scope)).toBe(false),
);

test.each([
  [['torii.read', 'torii.write'], ['torii.read']],
  [
    ['openid', 'offline_access', 'apps:read', 'apps:manage'],
    ['openid', 'offline_access', 'apps:read'],
  ],
])('of %j the least is %j', (suggested, asked) => expect(leastOf(suggested)).toEqual(asked));

test.each([[['torii.full', 'torii.admin']], [['openid', 'api.write']], [['mcp']], [[]]])(
  'where none says that it reads, nothing is left out of %j',
  (suggested) => expect(leastOf(suggested)).toEqual(suggested),
);
