/**
 * One app: what it is, what it costs, who sits on its seats, when its contracts end, what was found and
 * what to ask for. Looking at it moves no total.
 */
import type { ReactNode } from 'react';
import { Notice } from '../../parts/notice.tsx';
import { PANEL_TITLE } from '../use-push.ts';
import type { DestinationProps } from '../view-props.ts';
import { Breadcrumb } from './breadcrumb.tsx';
import { Facts } from './facts.tsx';

export function AppPanel({ picture, route, appId }: DestinationProps & { appId: number }): ReactNode {
  const app = picture.analysis.apps.find(({ id }) => id === appId);
  const title = app?.name ?? 'No such app';
  return (
    <article aria-labelledby={PANEL_TITLE}>
      <Breadcrumb route={route} title={title} />
      <h2 id={PANEL_TITLE} className="panel-title" tabIndex={-1}>
        {title}
      </h2>
      {app ? (
        <Facts app={app} analysis={picture.analysis} />
      ) : (
        <Notice
          tone="neutral"
          sentence="No listed app has this number."
          action="It may be hidden, or gone from Torii."
        />
      )}
    </article>
  );
}
