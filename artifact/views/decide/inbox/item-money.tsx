import type { ReactNode } from 'react';
import type { Analysis } from '../../../../skill/analysis/contract.ts';
import type { InboxItem } from '../../../../skill/report/texts.ts';
import { Amount } from '../../amount.tsx';

export interface ItemMoneyProps {
  readonly item: InboxItem;
  readonly analysis: Analysis;
}

/** What the contract costs a year and what of it is saved: apart, for the one is never the other. */
export function ItemMoney({ item, analysis }: ItemMoneyProps): ReactNode {
  const { contractId, hardAnnual, savingFact, annualValue } = item;
  const { currency } = analysis;
  return (
    <dl className="item-money">
      {contractId !== null && (
        <div>
          <dt>at stake a year</dt>
          <dd>
            <Amount
              minor={annualValue}
              currency={currency}
              unknown="The contract states no annual value."
              fact={`renewal/${contractId}/annualValue`}
              stop
            />
          </dd>
        </div>
      )}
      <div className="item-saves">
        <dt>saves a year</dt>
        <dd>
          {hardAnnual === null ? (
            <span className="quiet">nothing</span>
          ) : (
            <Amount minor={hardAnnual} currency={currency} unknown="" fact={savingFact ?? undefined} stop />
          )}
        </dd>
      </div>
    </dl>
  );
}
