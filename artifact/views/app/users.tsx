import { useState, type ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { dayOf } from '../../../skill/analysis/day.ts';
import type { AppUser } from '../../../skill/mapping/portfolio.ts';
import { explain } from '../../../skill/torii/failure.ts';
import { count, counted } from '../../parts/count.ts';
import { Section } from '../../parts/section.tsx';
import type { Session } from '../../session/session.ts';
import { isSnapshot } from '../../session/state.ts';
import { Pairs, type AppProps } from './facts.tsx';

/** The users of the app as counts, read when asked for. No name is shown, and no total moves. */
export function Users({ app, picture, state, session }: AppProps & { session: Session }): ReactNode {
  const users = picture.portfolio.appUsers.get(app.id);
  if (users === undefined) {
    return isSnapshot(state) ? null : <Unread appId={app.id} session={session} />;
  }
  const { smallGroup } = picture.analysis.inputs.config.thresholds;
  const accounts = isTelling(users.length, smallGroup)
    ? `Fewer than ${smallGroup} accounts`
    : counted(users.length, 'account');
  return (
    <Section title="Users" sentence={`${accounts} in Torii, as counts. They move no total here.`}>
      <Pairs short pairs={groupsOf(users, picture.analysis)} />
    </Section>
  );
}

function Unread({ appId, session }: { appId: number; session: Session }): ReactNode {
  const [said, setSaid] = useState('');
  const [isReading, setReading] = useState(false);
  const read = async (): Promise<void> => {
    setReading(true);
    const failure = await session.readUsers(appId);
    setReading(false);
    setSaid(failure === null ? '' : explain(failure.kind).sentence);
  };
  return (
    <Section title="Users" sentence="Not read yet. They come as counts; no name is shown.">
      <p className="actions">
        <button type="button" className="button" disabled={isReading} onClick={() => void read()}>
          {isReading ? 'Reading its users…' : 'Read its users'}
        </button>
        <output>{said}</output>
      </p>
    </Section>
  );
}

const NEVER = 'Without a usage record';
const GONE = 'Left the company';

/** Each account in one group. Small groups are one, and never so small that the total gives them away. */
function groupsOf(users: readonly AppUser[], { asOf, inputs }: Analysis): [string, ReactNode][] {
  const { smallGroup } = inputs.config.thresholds;
  const sizes = new Map<string, number>();
  for (const user of users) {
    const name = groupOf(user, dayOf(asOf));
    sizes.set(name, (sizes.get(name) ?? 0) + 1);
  }
  const shown = [...sizes].toSorted((a, b) => b[1] - a[1]);
  let together = 0;
  while (shown.length > 0 && ((shown.at(-1)?.[1] ?? 0) < smallGroup || isTelling(together, smallGroup))) {
    together += shown.pop()?.[1] ?? 0;
  }
  const rest = isTelling(together, smallGroup) ? `fewer than ${smallGroup}` : count(together);
  return [
    ...shown.map(([name, size]): [string, ReactNode] => [name, count(size)]),
    ...(together === 0 ? [] : [['All others together', rest] satisfies [string, ReactNode]]),
  ];
}

function isTelling(people: number, smallGroup: number): boolean {
  return people > 0 && people < smallGroup;
}

function groupOf({ departed, lastUsedAt }: AppUser, asOf: number): string {
  if (departed) return GONE;
  if (lastUsedAt.kind !== 'known') return NEVER;
  const days = asOf - lastUsedAt.value;
  if (days <= 30) return 'Used within 30 days';
  return days <= 90 ? 'Used within 90 days' : 'Used longer ago';
}
