import '../../theme/decide.css';
import { useContext, type ReactNode } from 'react';
import type { AppHost } from '../../bridge/app-host.ts';
import { FollowContext } from '../../parts/controls.ts';
import { Content } from '../content.tsx';
import { Headline } from '../decide/home/headline.tsx';
import { Pictures } from '../decide/home/pictures.tsx';
import { MastheadState } from '../masthead.tsx';

/** What a conversation shows: where things stand, in a sentence and two pictures. All else is one step away. */
export function InlineCard({ host }: { readonly host: AppHost }): ReactNode {
  const follow = useContext(FollowContext);
  const openWhole = (href?: string): void => {
    if (href !== undefined) follow(href);
    void host.show('fullscreen');
  };
  return (
    <>
      <header className="frame masthead">
        <h1>SaaS rationalization</h1>
        <MastheadState />
        <div>
          <button type="button" className="button" onClick={() => openWhole()}>
            Open full screen
          </button>
        </div>
      </header>
      <main className="frame content" id="content" tabIndex={-1}>
        <FollowContext value={openWhole}>
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
