import type { ReactNode } from 'react';
import type { ViewProps } from '../view-props.ts';
import { Breakdown } from './breakdown.tsx';
import { CrowdedApps } from './crowded-apps.tsx';
import { TopApps } from './top-apps.tsx';

/** Where the money goes: how concentrated it is, in which apps, and in what groups. */
export function Overview(props: ViewProps): ReactNode {
  return (
    <>
      <TopApps {...props} />
      <Breakdown {...props} />
      <CrowdedApps {...props} />
    </>
  );
}
