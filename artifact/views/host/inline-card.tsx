import '../../theme/decide.css';
import { useContext, type ReactNode } from 'react';
import type { HostAround } from '../../bridge/app-host.ts';
import { FollowContext } from '../../parts/controls.ts';
import { useSessionState } from '../../session/session.ts';
import { Content } from '../content.tsx';
import { Headline } from '../decide/home/headline.tsx';
import { Pictures } from '../decide/home/pictures.tsx';
import { MastheadState } from '../masthead.tsx';

export interface InlineCardProps {
  readonly around: HostAround;
  /** The host has no larger place after all. */
  readonly onStay: () => void;
}

/** What a conversation shows: where things stand, in a sentence and two pictures. All else is one step away. */
export function InlineCard({ around, onStay }: InlineCardProps): ReactNode {
  const { host, opening } = around;
  const follow = useContext(FollowContext);
  const openWhole = async (href?: string): Promise<void> => {
    if (href !== undefined) follow(href);
    if (!(await host.show('fullscreen'))) onStay();
  };
  return (
    <>
      <header className="frame masthead">
        <h1>SaaS rationalization</h1>
        <MastheadState />
        <div>
          <button type="button" className="button" onClick={() => void openWhole()}>
            Open full screen
          </button>
        </div>
      </header>
      <main className="frame content" id="content" tabIndex={-1}>
        <FollowContext value={(href) => void openWhole(href)}>
          <Before headline={opening.headline} />
          <Content figures={<CardFigures />} />
        </FollowContext>
      </main>
    </>
  );
}

/** What the answer of the tool says already, until the figures are there. */
function Before({ headline }: { readonly headline: string | null }): ReactNode {
  const isWaiting = useSessionState(
    ({ phase, results, need }) => results === null && need === null && phase !== 'ready',
  );
  return headline !== null && isWaiting && <p className="headline">{headline}</p>;
}

function CardFigures(): ReactNode {
  return (
    <>
      <Headline />
      <Pictures />
    </>
  );
}
