import { useEffect, useRef, type ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { exponentOf } from '../../../skill/analysis/units.ts';
import { NumberField } from '../../parts/number-field.tsx';
import { inForce, type MadeEdit } from '../../session/what-if.ts';
import type { DestinationProps } from '../view-props.ts';
import { AppChoice } from './app-choice.tsx';
import { takeBackOf } from './take-back.ts';

export interface PlanEditorProps extends DestinationProps {
  readonly chosen: number | null;
  readonly onChoose: (appId: number | null) => void;
}

/** What a person plans for one app. Every field is taken over at once; emptying it takes it back. */
export function PlanEditor(props: PlanEditorProps): ReactNode {
  const { picture, chosen, onChoose } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const app = picture.analysis.apps.find(({ id }) => id === chosen);
  useEffect(() => {
    if (chosen !== null) heading.current?.focus();
  }, [chosen]);
  if (app === undefined) {
    return <AppChoice label="Plan an app" apps={picture.analysis.apps} value={null} onChoose={onChoose} />;
  }
  const takeBack = takeBackOf(app.id, props.state.lens, props.session);
  return (
    <div className="editor">
      <h3 ref={heading} tabIndex={-1}>
        Plan for {app.name}
      </h3>
      <Fields {...props} app={app} />
      <div className="actions">
        <button type="button" className="button" onClick={() => onChoose(null)}>
          Done
        </button>
        {takeBack && (
          <button type="button" className="button" onClick={takeBack.run}>
            {takeBack.label}
          </button>
        )}
      </div>
    </div>
  );
}

type App = Analysis['apps'][number];
type AmountName = 'tierPrice' | 'projectedAnnual' | 'oneTime';
type Change = { readonly [Name in keyof MadeEdit]?: MadeEdit[Name] | undefined };

function Fields({ session, state, picture, app }: PlanEditorProps & { readonly app: App }): ReactNode {
  const { currency, apps } = picture.analysis;
  const edit = editOf(app.id, inForce(state.lens.recorded, state.lens.whatIf).edits);
  const plan = (change: Change): void => session.planApp(merged(edit, change));
  const amount = (name: AmountName, label: string): ReactNode => (
    <NumberField
      label={label}
      value={edit[name] ?? ''}
      otherwise="none"
      decimals={exponentOf(currency)}
      onValue={(text) => plan({ [name]: text === '' ? undefined : text })}
    />
  );
  return (
    <div className="inputs">
      <label className="field">
        <span className="field-label">Action</span>
        <select
          value={edit.action}
          onChange={({ currentTarget: { value } }) => plan(value === 'retire' ? retire : keep)}
        >
          {actionsFor(edit).map(([name, label]) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <AppChoice
        label="Replace by"
        apps={apps}
        except={app.id}
        like={app}
        value={edit.survivorId ?? null}
        onChoose={(survivorId) =>
          plan(survivorId === null ? keep : { ...retire, action: 'replaceBy', survivorId })
        }
      />
      {edit.action === 'keep' && (
        <>
          <NumberField
            label="Seats to keep"
            value={String(edit.seatTarget ?? '')}
            otherwise={app.seats === null ? 'no seat counts' : `of ${app.seats.purchased}`}
            onValue={(text) => plan({ seatTarget: numberIn(text) })}
          />
          {amount('tierPrice', `Price of a seat, ${currency} a year`)}
          <NumberField
            label="Price ask, % off"
            value={String(edit.pricePercent ?? '')}
            otherwise="none"
            max={100}
            decimals={2}
            onValue={(text) => plan({ pricePercent: numberIn(text) })}
          />
          {amount('projectedAnnual', `Quoted cost, ${currency} a year`)}
        </>
      )}
      {amount('oneTime', `One-time cost, ${currency}`)}
    </div>
  );
}

const keep: Change = { action: 'keep', survivorId: undefined };
/** What goes has neither seats nor a price to ask for. */
const retire: Change = {
  action: 'retire',
  survivorId: undefined,
  seatTarget: undefined,
  tierPrice: undefined,
  pricePercent: undefined,
  projectedAnnual: undefined,
};

/** Replacing begins by choosing what stays, so it cannot be chosen on its own. */
function actionsFor({ action }: OpenEdit): readonly (readonly [name: string, label: string])[] {
  return [
    ['keep', 'Keep'],
    ['retire', 'Retire'],
    ...(action === 'replaceBy' ? [['replaceBy', 'Replace'] as const] : []),
  ];
}

type OpenEdit = Omit<MadeEdit, 'by' | 'at'>;

/** The last edit of an app holds. */
function editOf(appId: number, edits: readonly MadeEdit[]): OpenEdit {
  return edits.findLast((edit) => edit.appId === appId) ?? { appId, action: 'keep' };
}

function merged(edit: OpenEdit, change: Change): OpenEdit {
  const entries = Object.entries({ ...edit, ...change }).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(entries), appId: edit.appId, action: change.action ?? edit.action };
}

function numberIn(text: string): number | undefined {
  return text === '' ? undefined : Number(text);
}
