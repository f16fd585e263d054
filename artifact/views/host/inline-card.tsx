import '../../theme/decide.css';
import { useContext, type ReactNode } from 'react';
import type { AppHost } from '../../bridge/app-host.ts';
import { FollowContext } from '../../parts/controls.ts';
import { Content } from '../content.tsx';
import { Headline } from '../decide/home/headline.tsx';
import { Pictures } from '../decide/home/pictures.tsx';
import { MastheadState } from '../masthead.tsx';

export interface InlineCardProps {
  readonly host: AppHost;
  /** The host has no larger place after all. */
  readonly onStay: () => void;
}

/** What a conversation shows: where things stand, in a sentence and two pictures. All else is one step away. */
export function InlineCard({ host, onStay }: InlineCardProps): ReactNode {
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
          <Content figures={<CardFigures />} />
        </FollowContext>
      </main>
    </>
  );
}

function CardFigures(): ReactNode {
  return (
    <>
      <Headline />
      <Pictures />
    </>
  );
}
