import { useState, type ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { explain } from '../../../skill/torii/failure.ts';
import { formatCounted } from '../../parts/text.ts';
import { FirstFew } from '../../parts/layout.ts';
import type { NamedUser } from '../../session/detail.ts';
import { userGroups, type UserGroup } from './user-groups.ts';
import { useSession } from '../../session/session.ts';

interface UserNamesProps {
  readonly appId: number;
  readonly analysis: Analysis;
}

/** Names, after a click: held by this part of the screen alone, and gone with it. */
export function UserNames({ appId, analysis }: UserNamesProps): ReactNode {
  const session = useSession();
  const [users, setUsers] = useState<readonly NamedUser[] | null>(null);
  const [said, setSaid] = useState('');
  const show = async (): Promise<void> => {
    setSaid('Reading the names…');
    const { users: named, failure } = await session.readNames(appId);
    setUsers(failure === null ? named : null);
    setSaid(failure === null ? '' : explain(failure.kind).sentence);
  };
  if (users !== null) return <Names users={users} analysis={analysis} onHide={() => setUsers(null)} />;
  return (
    <p className="actions">
      <button type="button" className="button" onClick={() => void show()}>
        Show names
      </button>
      <output>{said}</output>
    </p>
  );
}

interface NamesProps {
  readonly users: readonly NamedUser[];
  readonly analysis: Analysis;
  readonly onHide: () => void;
}

function Names({ users, analysis, onHide }: NamesProps): ReactNode {
  const { shown, smallGroup } = userGroups(users, analysis);
  return (
    <>
      {shown.map((group) => (
        <details key={group.name}>
          <summary>{`${group.name}: ${formatCounted(group.users.length, 'account')}`}</summary>
          <ul className="names">
            <FirstFew first={50} items={namesIn(group, users)} />
          </ul>
        </details>
      ))}
      <p className="provenance">
        In the order of the alphabet. Groups of fewer than {smallGroup} are not named. The names are on this
        screen only: no export carries them.
      </p>
      <p className="actions">
        <button type="button" className="button" onClick={onHide}>
          Hide names
        </button>
      </p>
    </>
  );
}

/** No person is ranked. */
function namesIn(group: UserGroup, users: readonly NamedUser[]): ReactNode[] {
  const members = new Set<unknown>(group.users);
  return users
    .filter((user) => members.has(user))
    .map(({ name }) => name)
    .toSorted((a, b) => a.localeCompare(b, 'en'))
    .map((name, index) => <li key={index}>{name}</li>);
}
