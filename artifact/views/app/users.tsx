import { useState, type ReactNode } from 'react';
import { explain } from '../../../skill/torii/failure.ts';
import { formatCount, formatCounted } from '../../parts/text.ts';
import { Section } from '../../parts/layout.ts';
import { isSnapshot } from '../../session/state.ts';
import { Pairs, type AppProps } from './facts.tsx';
import { isTelling, userGroups, type UserGroups } from './user-groups.ts';
import { UserNames } from './user-names.tsx';
import { useResults } from '../page-context.ts';
import { useSession, useSessionState } from '../../session/session.ts';

/** The users of the app as counts, read when asked for; names only when asked for again. No total moves. */
export function Users({ app }: AppProps): ReactNode {
  const results = useResults();
  const isFixed = useSessionState(isSnapshot);
  const users = results.portfolio.appUsers.get(app.id);
  if (users === undefined) {
    return isFixed ? null : <Unread appId={app.id} />;
  }
  const groups = userGroups(users, results.shown);
  const { smallGroup } = groups;
  const accounts = isTelling(users.length, smallGroup)
    ? `Fewer than ${smallGroup} accounts`
    : formatCounted(users.length, 'account');
  return (
    <Section title="Users" sentence={`${accounts} in Torii, as counts. They move no total here.`}>
      <Pairs short pairs={sizesOf(groups)} />
      {groups.shown.length > 0 && !isFixed && <UserNames appId={app.id} analysis={results.shown} />}
    </Section>
  );
}

function Unread({ appId }: { appId: number }): ReactNode {
  const session = useSession();
  const [said, setSaid] = useState('');
  const [isReading, setReading] = useState(false);
  const read = async (): Promise<void> => {
    setReading(true);
    const failure = await session.readUsers(appId);
    setReading(false);
    setSaid(failure === null ? '' : explain(failure.kind).sentence);
  };
  return (
    <Section title="Users" sentence="Not read yet. They come as counts, without names.">
      <p className="actions">
        <button type="button" className="button" disabled={isReading} onClick={() => void read()}>
          {isReading ? 'Reading its users…' : 'Read its users'}
        </button>
        <output>{said}</output>
      </p>
    </Section>
  );
}

function sizesOf({ shown, rest, smallGroup }: UserGroups): [string, ReactNode][] {
  const others = isTelling(rest, smallGroup) ? `fewer than ${smallGroup}` : formatCount(rest);
  return [
    ...shown.map(({ name, users }): [string, ReactNode] => [name, formatCount(users.length)]),
    ...(rest === 0 ? [] : [['All others together', others] satisfies [string, ReactNode]]),
  ];
}
