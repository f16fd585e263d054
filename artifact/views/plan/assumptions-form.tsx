import type { ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { counted, wholeMoney } from '../../parts/text.ts';
import { NumberField } from '../../parts/controls.ts';
import { Section } from '../../parts/layout.ts';
import { policyNames, type Assumptions } from '../../session/what-if.ts';
import { useResults } from '../page-context.ts';
import { useSession, useSessionState } from '../../session/session.ts';

type Policy = NonNullable<Assumptions['policy']>;
type NumberName = Exclude<keyof Assumptions, 'policy'>;

/** The assumptions a reader may try; each is worked out at once, and an empty field is as mapped. */
export function AssumptionsForm(): ReactNode {
  const session = useSession();
  const { assumptions } = useSessionState((state) => state.settings.whatIf);
  const { shown, baseline } = useResults();
  const { config } = baseline.inputs;
  const policy = shown.inputs.config.rightSizing.policy;
  const field = (name: NumberName, label: string, mapped: number | null, max = 3650): ReactNode => (
    <NumberField
      key={name}
      label={label}
      value={String(assumptions[name] ?? '')}
      otherwise={mapped === null ? 'not assumed' : String(mapped)}
      max={max}
      onValue={(text) => session.assume({ [name]: text === '' ? undefined : Number(text) })}
    />
  );
  const { rightSizing, thresholds, defaults } = config;
  return (
    <Section title="What if" sentence={<output>{sentenceOf(shown, baseline)}</output>}>
      <div className="inputs">
        <label className="field">
          <span className="field-label">Right-sizing by</span>
          <select
            value={policy}
            onChange={(event) =>
              session.assume({ policy: policyIn(event.currentTarget.value, rightSizing.policy) })
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
          : field('percent', policy === 'buffer' ? 'Buffer, %' : 'Utilization, %', rightSizing.percent, 500)}
        {field('hires', 'Hires per app', rightSizing.hires, 100_000)}
        {field('inactiveDays', 'Inactive after, days', thresholds.inactiveDays)}
        {field('noticeDays', 'Notice where unknown, days', defaults.noticeDays)}
        {field('leadDays', 'Lead time, days', defaults.leadDays)}
      </div>
      <p className="provenance">{inactivityNote(shown)}</p>
    </Section>
  );
}

/** Undefined where the choice is the mapping's own. */
function policyIn(text: string, mapped: Policy): Policy | undefined {
  const chosen = policies.find((policy) => policy === text);
  return chosen === mapped ? undefined : chosen;
}

const policies: readonly Policy[] = ['buffer', 'seats', 'targetUtilisation'];

function sentenceOf({ totals, currency }: Analysis, { totals: before }: Analysis): string {
  if (totals.hardSavingAnnual === null || before.hardSavingAnnual === null) {
    return 'The hard saving is unknown: no app carries seat counts. Empty fields are as mapped.';
  }
  const saving = `The hard saving is ${wholeMoney(totals.hardSavingAnnual, currency)} a year`;
  const change = totals.hardSavingAnnual - before.hardSavingAnnual;
  if (change === 0) return `${saving}, as without changes on this page. Empty fields are as mapped.`;
  const size = wholeMoney(Math.abs(change), currency);
  return `${saving}, ${size} ${change > 0 ? 'more' : 'less'} than without the changes on this page.`;
}

/** Days of inactivity can be judged only where user rows were read. */
function inactivityNote({ apps, depth }: Analysis): string {
  const seated = apps.filter(({ seats }) => seats !== null).length;
  const aggregate = seated - depth.apps;
  if (aggregate === 0) return '';
  const deep =
    depth.apps === 0
      ? 'they apply once apps are read in depth, under Data'
      : `they apply to the ${counted(depth.apps, 'app')} read in depth`;
  return `In ${counted(aggregate, 'app')} Torii’s own threshold decides who is inactive, whatever the days here; ${deep}.`;
}
