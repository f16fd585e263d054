import { useMemo, type ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { Combobox, type Option } from '../../parts/controls.ts';
import { formatCompactMoney } from '../../parts/text.ts';
import { useResults } from '../page-context.ts';

type App = Analysis['apps'][number];

export interface AppChoiceProps {
  readonly label: string;
  readonly apps: readonly App[];
  /** The app that is not offered, because it is the one to be replaced. */
  readonly except?: number;
  /** Apps of its category come first, and none may be chosen. */
  readonly like?: App;
  readonly value: number | null;
  readonly onChoose: (appId: number | null) => void;
}

/** Any app of all there are, by typing: those of the same category first, then those that cost most. */
export function AppChoice({ label, apps, except, like, value, onChoose }: AppChoiceProps): ReactNode {
  const { currency } = useResults().shown;
  const options = useMemo(() => optionsOf(apps, except, like, currency), [apps, except, like, currency]);
  const chosen = apps.find(({ id }) => id === value)?.name;
  return (
    <Combobox
      label={label}
      placeholder={like ? 'Not replaced' : 'Name of an app'}
      options={options}
      chosen={chosen ?? ''}
      onChoose={onChoose}
    />
  );
}

function optionsOf(
  apps: readonly App[],
  except: number | undefined,
  like: App | undefined,
  currency: string,
): Option<number | null>[] {
  const isLike = ({ category }: App): boolean =>
    like !== undefined && category !== null && category === like.category;
  const ordered = apps
    .filter(({ id }) => id !== except)
    .toSorted(
      (a, b) =>
        Number(isLike(b)) - Number(isLike(a)) || (b.costAnnual ?? 0) - (a.costAnnual ?? 0) || a.id - b.id,
    );
  const none: Option<number | null>[] = like ? [{ value: null, label: 'Not replaced' }] : [];
  return [...none, ...ordered.map((app) => optionOf(app, isLike(app), currency))];
}

function optionOf({ id, name, costAnnual }: App, isLike: boolean, currency: string): Option<number | null> {
  const cost = costAnnual === null ? 'cost unknown' : formatCompactMoney(costAnnual, currency);
  return { value: id, label: name, note: isLike ? `same category, ${cost}` : cost };
}
