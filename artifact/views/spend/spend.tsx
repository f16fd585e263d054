/** Spend: where the money goes, who uses what it buys, and which seats stand idle. */
import type { ReactNode } from 'react';
import { CrowdedApps } from './crowded-apps.tsx';
import { Licences } from './licences.tsx';
import { TopApps } from './top-apps.tsx';
import type { ViewProps } from '../view-props.ts';

export function Spend({ state, picture }: ViewProps): ReactNode {
  return (
    <>
      <TopApps state={state} picture={picture} />
      <CrowdedApps state={state} picture={picture} />
      <Licences state={state} picture={picture} />
    </>
  );
}
