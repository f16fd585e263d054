import { useMemo, type ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';

type App = Analysis['apps'][number];

export interface AppChoiceProps {
  readonly label: string;
  readonly apps: readonly App[];
  /** The app that is not offered, because it is the one to be replaced. */
  readonly except?: number;
  /** Apps of its category come first. */
  readonly like?: App;
  readonly value: number | null;
  readonly onChoose: (appId: number | null) => void;
}

/** Apps offered beyond those of the category; a longer list cannot be looked through. */
const MOST = 200;

/** One app out of the list: those of the same category, then those that cost most. */
export function AppChoice({ label, apps, except, like, value, onChoose }: AppChoiceProps): ReactNode {
  const isLike = ({ category, id }: App): boolean =>
    id === value || (like !== undefined && category !== null && category === like.category);
  const byCost = useMemo(
    () => apps.toSorted((a, b) => (b.costAnnual ?? 0) - (a.costAnnual ?? 0) || a.id - b.id),
    [apps],
  );
  const alike = byCost.filter((app) => app.id !== except && isLike(app));
  const others = byCost.filter((app) => app.id !== except && !isLike(app)).slice(0, MOST);
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <select
        value={value ?? ''}
        onChange={({ currentTarget }) =>
          onChoose(currentTarget.value === '' ? null : Number(currentTarget.value))
        }
      >
        <option value="">{like ? 'Not replaced' : 'Choose an app'}</option>
        {alike.length > 0 && <optgroup label="Same category">{alike.map(optionOf)}</optgroup>}
        <optgroup label="By cost">{others.map(optionOf)}</optgroup>
      </select>
    </label>
  );
}

function optionOf({ id, name }: App): ReactNode {
  return (
    <option key={id} value={id}>
      {name}
    </option>
  );
}
