import type { ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { formatCounted } from '../../parts/text.ts';
import { NumberField } from '../../parts/controls.ts';
import { Section } from '../../parts/layout.ts';
import { choosePolicy, percentLimits, policyNames, type TriedAssumptions } from '../../session/what-if.ts';
import { useResults } from '../page-context.ts';
import { useSession, useSessionState } from '../../session/session.ts';

type Policy = NonNullable<TriedAssumptions['policy']>;
type NumberName = Exclude<keyof TriedAssumptions, 'policy'>;

/** The assumptions a reader may try; each is worked out at once, and an empty field is as mapped. */
export function AssumptionsForm(): ReactNode {
  const { shown, baseline } = useResults();
  const { rightSizing, thresholds, defaults } = baseline.inputs.config;
  const { policy } = shown.inputs.config.rightSizing;
  return (
    <Section title="What if" sentence="Empty fields are as mapped.">
      <div className="inputs">
        <PolicyChoice />
        {policy === 'seats' ? (
          <NumberAssumption key="seats" name="seats" label="Spare seats per app" mapped={rightSizing.seats} />
        ) : (
          <NumberAssumption
            key="percent"
            name="percent"
            label={percentLabels[policy]}
            mapped={shown.inputs.config.rightSizing.percent}
            limits={percentLimits[policy]}
          />
        )}
        {policy === 'buffer' && (
          <NumberAssumption
            name="hires"
            label="Hires per app"
            mapped={rightSizing.hires}
            limits={{ max: 100_000 }}
          />
        )}
        <NumberAssumption name="inactiveDays" label="Inactive after, days" mapped={thresholds.inactiveDays} />
        <NumberAssumption name="noticeDays" label="Notice where unknown, days" mapped={defaults.noticeDays} />
        <NumberAssumption name="leadDays" label="Lead time, days" mapped={defaults.leadDays} />
      </div>
      <p className="provenance">{inactivityNote(shown)}</p>
    </Section>
  );
}

function PolicyChoice(): ReactNode {
  const session = useSession();
  const { shown, baseline } = useResults();
  const current = shown.inputs.config.rightSizing;
  const choose = (name: string): void =>
    session.assume(choosePolicy(policyIn(name), current, baseline.inputs.config.rightSizing));
  return (
    <label className="field">
      <span className="field-label">Right-sizing by</span>
      <select value={current.policy} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {Object.entries(policyNames).map(([name, label]) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

interface NumberAssumptionProps {
  readonly name: NumberName;
  readonly label: string;
  /** What applies where the field is empty; null = nothing is assumed. */
  readonly mapped: number | null;
  readonly limits?: { readonly min?: number; readonly max: number };
}

const anyDays = { max: 3650 };

function NumberAssumption({ name, label, mapped, limits = anyDays }: NumberAssumptionProps): ReactNode {
  const session = useSession();
  const { assumptions } = useSessionState((state) => state.settings.whatIf);
  return (
    <NumberField
      label={label}
      value={String(assumptions[name] ?? '')}
      otherwise={mapped === null ? 'not assumed' : String(mapped)}
      {...limits}
      onValue={(text) => session.assume({ [name]: text === '' ? undefined : Number(text) })}
    />
  );
}

const percentLabels = { buffer: 'Buffer, %', targetUtilisation: 'Utilization, %' } as const;

function policyIn(text: string): Policy {
  return policies.find((policy) => policy === text) ?? 'buffer';
}

const policies: readonly Policy[] = ['buffer', 'seats', 'targetUtilisation'];

/** Days of inactivity can be judged only where user rows were read. */
function inactivityNote({ apps, depth }: Analysis): string {
  const seated = apps.filter(({ seats }) => seats !== null).length;
  const aggregate = seated - depth.apps;
  if (aggregate === 0) return '';
  const deep =
    depth.apps === 0
      ? 'they apply once apps are read in depth, under Data'
      : `they apply to the ${formatCounted(depth.apps, 'app')} read in depth`;
  return `In ${formatCounted(aggregate, 'app')} Torii’s own threshold decides who is inactive, whatever the days here; ${deep}.`;
}
