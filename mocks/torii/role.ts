/** What the Torii role of the signed-in person hides. Absent is not zero: hidden keys are left out. */
import type { JsonObject } from '../../skill/torii/json.ts';
import { RestError } from './result.ts';

export const roleLimits = [
  'no-contracts',
  'no-expenses',
  'no-licenses',
  'no-users',
  'no-transactions',
] as const;
export type RoleLimit = (typeof roleLimits)[number];

const closedTools: Readonly<Record<RoleLimit, readonly string[]>> = {
  'no-contracts': ['list_contracts', 'get_contract', 'get_contract_fields'],
  'no-expenses': ['list_transactions'],
  'no-licenses': [],
  'no-users': ['list_users', 'get_user', 'list_app_users', 'list_user_apps', 'get_user_fields'],
  'no-transactions': ['list_transactions'],
};

const hiddenKeys: Readonly<Record<RoleLimit, readonly string[]>> = {
  'no-contracts': ['activeContractsTotalValue'],
  'no-expenses': ['expenses', 'activeContractsTotalValue'],
  'no-licenses': ['licenses'],
  'no-users': ['primaryOwner', 'appOwners'],
  'no-transactions': [],
};

export function refuseClosed(tool: string, role: readonly RoleLimit[]): void {
  if (role.some((limit) => closedTools[limit].includes(tool))) {
    throw new RestError(403, 'Insufficient permissions: your role does not allow this action');
  }
}

/** App rows as the role may see them. */
export function visible(rows: readonly JsonObject[], role: readonly RoleLimit[]): readonly JsonObject[] {
  const hidden = new Set(role.flatMap((limit) => hiddenKeys[limit]));
  if (hidden.size === 0) return rows;
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([key]) => !hidden.has(key))));
}
