/** What each read tool answers from a tenant, as REST bodies, by canonical name. */
import type { JsonObject } from '../../skill/torii/json.ts';
import { appReads } from './app-reads.ts';
import { catalogReads } from './catalog-reads.ts';
import { contractReads, transactionReads } from './contract-reads.ts';
import type { Read, ReadContext, Reads } from './read.ts';
import { userReads } from './user-reads.ts';
import { textOf } from './values.ts';

function definitions(rows: readonly JsonObject[]): Read {
  return ({ q }) => {
    const words = textOf(q).toLowerCase();
    return { fields: rows.filter((row) => textOf(row['name']).toLowerCase().includes(words)) };
  };
}

/** Every read by canonical name. Errors are thrown as RestError. */
export function readsOf(context: ReadContext): Reads {
  const { tenant, fields } = context;
  return {
    ...appReads(context),
    ...userReads(context),
    ...contractReads(context),
    ...transactionReads(context),
    ...catalogReads(),
    get_app_fields: definitions(fields.app),
    get_contract_fields: definitions(fields.contract),
    get_user_fields: definitions(fields.user),
    get_organization: () => ({ org: tenant.organization }),
    list_roles: () => ({
      roles: [
        { id: 1, name: 'Admin' },
        { id: 2, name: 'Member' },
      ],
    }),
    get_audit_logs: () => ({ audit: [], count: 0, total: 0, nextCursor: null }),
    list_workflows: () => ({ workflows: [{ id: 1, name: 'Offboard a user' }] }),
  };
}
