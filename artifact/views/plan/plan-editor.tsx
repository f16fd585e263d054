import { useLayoutEffect, useRef, type ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { exponentOf } from '../../../skill/analysis/units.ts';
import { NumberField } from '../../parts/controls.ts';
import { mergeDecisions, type MadeEdit } from '../../session/what-if.ts';
import { AppChoice } from './app-choice.tsx';
import { MoveCard } from './move-card.tsx';
import { useTakeBack } from './use-take-back.ts';
import { useResults } from '../page-context.ts';
import { useSession, useSessionState } from '../../session/session.ts';

export interface PlanEditorProps {
  readonly chosen: number | null;
  readonly onChoose: (appId: number | null) => void;
}

/** What a person plans for one app. Every field is taken over at once; emptying it takes it back. */
export function PlanEditor({ chosen, onChoose }: PlanEditorProps): ReactNode {
  const { apps } = useResults().shown;
  const app = apps.find(({ id }) => id === chosen);
  return app === undefined ? (
    <AppChoice label="Plan an app" apps={apps} value={null} onChoose={onChoose} />
  ) : (
    <Editor key={app.id} app={app} onDone={() => onChoose(null)} />
  );
}

type App = Analysis['apps'][number];

function Editor({ app, onDone }: { readonly app: App; readonly onDone: () => void }): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  const takeBack = useTakeBack(app.id);
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <div className="editor">
      <h3 ref={heading} tabIndex={-1}>
        Plan for {app.name}
      </h3>
      <Fields app={app} />
      {takeBack && <MoveCard appId={app.id} />}
      <div className="actions">
        <button type="button" className="button" onClick={onDone}>
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

type AmountName = 'tierPrice' | 'projectedAnnual' | 'oneTime';
type Change = { readonly [Name in keyof MadeEdit]?: MadeEdit[Name] | undefined };

interface FieldProps {
  readonly app: App;
  readonly edit: OpenEdit;
  readonly plan: (change: Change) => void;
}

function Fields({ app }: { readonly app: App }): ReactNode {
  const session = useSession();
  const { currency } = useResults().shown;
  const { recorded, whatIf } = useSessionState((state) => state.settings);
  const edit = editOf(app.id, mergeDecisions(recorded, whatIf).edits);
  const plan = (change: Change): void => session.planApp(merged(edit, change));
  const field = { app, edit, plan };
  return (
    <div className="inputs">
      <ActionField {...field} />
      <SurvivorField {...field} />
      {edit.action === 'keep' && <KeepFields {...field} />}
      <AmountField {...field} name="oneTime" label={`One-time cost, ${currency}`} />
    </div>
  );
}

function ActionField({ edit, plan }: FieldProps): ReactNode {
  return (
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
  );
}

function SurvivorField({ app, edit, plan }: FieldProps): ReactNode {
  return (
    <AppChoice
      label="Replace by"
      apps={useResults().shown.apps}
      except={app.id}
      like={app}
      value={edit.survivorId ?? null}
      onChoose={(survivorId) =>
        plan(survivorId === null ? keep : { ...retire, action: 'replaceBy', survivorId })
      }
    />
  );
}

/** Seats and prices: they make sense only of an app that stays. */
function KeepFields(field: FieldProps): ReactNode {
  const { app, edit, plan } = field;
  const { currency } = useResults().shown;
  return (
    <>
      <NumberField
        label="Seats to keep"
        value={String(edit.seatTarget ?? '')}
        otherwise={app.seats === null ? 'no seat counts' : `of ${app.seats.purchased}`}
        onValue={(text) => plan({ seatTarget: numberIn(text) })}
      />
      <AmountField {...field} name="tierPrice" label={`Price of a seat, ${currency} a year`} />
      <NumberField
        label="Lower price, % off"
        value={String(edit.pricePercent ?? '')}
        otherwise="none"
        max={100}
        decimals={2}
        onValue={(text) => plan({ pricePercent: numberIn(text) })}
      />
      <AmountField {...field} name="projectedAnnual" label={`Quoted cost, ${currency} a year`} />
    </>
  );
}

function AmountField({
  edit,
  plan,
  name,
  label,
}: FieldProps & { readonly name: AmountName; readonly label: string }): ReactNode {
  return (
    <NumberField
      label={label}
      value={edit[name] ?? ''}
      otherwise="none"
      decimals={exponentOf(useResults().shown.currency)}
      onValue={(text) => plan({ [name]: text === '' ? undefined : text })}
    />
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
