/** The reads of contracts and payments. */
import { answer } from './query.ts';
import { find, keysOf } from './read.ts';
import type { ReadContext, Reads } from './read.ts';

export function contractReads({ tenant, contracts, fields }: ReadContext): Reads {
  const listing = {
    container: 'contracts',
    rows: tenant.contracts,
    keys: keysOf(tenant.contracts, fields.contract),
    fieldTool: 'get_contract_fields',
  };
  return {
    list_contracts: (args) => {
      if (contracts === '1.1') return answer(listing, args);
      return { contracts: answer(listing, { ...args, size: tenant.contracts.length })['contracts'] ?? [] };
    },
    get_contract: (args) => ({ contract: find(tenant.contracts, args['idContract'], 'Contract') }),
  };
}

export function transactionReads({ tenant }: ReadContext): Reads {
  return {
    list_transactions: (args) => {
      const { idApp, source, ...rest } = args;
      const rows = tenant.transactions.filter(
        (row) =>
          (idApp === undefined || row['idApp'] === idApp) &&
          (source === undefined || row['source'] === source),
      );
      return answer({ container: 'transactions', rows, keys: null, fieldTool: 'get_app_fields' }, rest);
    },
  };
}
