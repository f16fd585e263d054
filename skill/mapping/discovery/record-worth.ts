/** The records under a draft, each with the money that it moves: what an open question can cost. */
import type { TenantRecords } from '../../torii/read.ts';
import { applyMapping } from '../apply/apply.ts';
import { minorPerMajor } from '../base/currency.ts';
import type { TenantMapping } from '../base/mapping.ts';
import type { App, Contract, Money, Value } from '../base/portfolio.ts';

export interface Worth {
  readonly apps: readonly App[];
  readonly contracts: readonly Contract[];
  ofApp(app: App): number;
  ofContract(contract: Contract): number;
}

export function worthOf(records: TenantRecords, mapping: TenantMapping): Worth {
  const part = { ...records, users: [], appUsers: new Map(), transactions: [] };
  const { apps, contracts } = applyMapping(part, mapping);
  const { currency } = mapping.tenant;
  const perUnit = mapping.rates?.perUnit ?? {};
  const major = (money: Value<Money>): number => {
    if (money.kind !== 'known') return 0;
    const { minor, currency: own, converted } = money.value;
    if (converted !== undefined) return Math.abs(converted) / minorPerMajor(currency);
    const rate = own === currency ? 1 : Number(perUnit[own] ?? 1);
    return (Math.abs(minor) / minorPerMajor(own)) * rate;
  };
  const ofContract = ({ annualValue, totalValue }: Contract): number =>
    major(annualValue) || major(totalValue);
  return { apps, contracts, ofContract, ofApp: ({ spend12m }) => major(spend12m) };
}
