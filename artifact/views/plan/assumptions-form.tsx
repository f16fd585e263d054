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
  const session = useSession();
  const { assumptions } = useSessionState((state) => state.settings.whatIf);
  const { shown, baseline } = useResults();
  const { config } = baseline.inputs;
  const current = shown.inputs.config.rightSizing;
  const { policy } = current;
  const field = (
    name: NumberName,
    label: string,
    mapped: number | null,
    limits: { readonly min?: number; readonly max: number } = { max: 3650 },
  ): ReactNode => (
    <NumberField
      key={name}
      label={label}
      value={String(assumptions[name] ?? '')}
      otherwise={mapped === null ? 'not assumed' : String(mapped)}
      {...limits}
      onValue={(text) => session.assume({ [name]: text === '' ? undefined : Number(text) })}
    />
  );
  const { rightSizing, thresholds, defaults } = config;
  return (
    <Section title="What if" sentence="Empty fields are as mapped.">
      <div className="inputs">
        <label className="field">
          <span className="field-label">Right-sizing by</span>
          <select
            value={policy}
            onChange={(event) =>
              session.assume(choosePolicy(policyIn(event.currentTarget.value), current, rightSizing))
            }
          >
            {Object.entries(policyNames).map(([name, label]) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </select>
        </label>
        {policy === 'seats'
          ? field('seats', 'Spare seats per app', rightSizing.seats)
          : field('percent', percentLabels[policy], current.percent, percentLimits[policy])}
        {policy === 'buffer' && field('hires', 'Hires per app', rightSizing.hires, { max: 100_000 })}
        {field('inactiveDays', 'Inactive after, days', thresholds.inactiveDays)}
        {field('noticeDays', 'Notice where unknown, days', defaults.noticeDays)}
        {field('leadDays', 'Lead time, days', defaults.leadDays)}
      </div>
      <p className="provenance">{inactivityNote(shown)}</p>
    </Section>
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
