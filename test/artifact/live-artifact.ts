/**
 * The page inside a live artifact: `window.cowork` and the receipt as the host leaves them, the calls as
 * JSON-RPC over fetch, and msw in place of Torii's address.
 */
import { afterEach } from 'vitest';
import { createCowork, fullNames, receiptBlock } from '../../mocks/cowork.ts';
import { toriiAddress, toriiHandlers, type ToriiHandlers } from '../../mocks/handlers.ts';
import { browserClock as clock } from '../../mocks/hosts/browser-clock.ts';
import { createTenant } from '../../mocks/tenant/tenant.ts';
import { calledTools } from '../../skill/torii/catalog.ts';
import { network } from './fetched-stage.ts';
import { asOf } from './stage.ts';

const connectorId = 'torii';
/** Rate limits are counted a minute; each page opens a host of its own. */
const everyTool = fullNames(connectorId, calledTools);

export interface LiveArtifact {
  /** The tools granted when the page was published. */
  readonly grants?: readonly string[];
  /** Faults of host and server, as in `?fault=`. */
  readonly faults?: string;
  /** Variants of the server, as in its address, such as `role=no-contracts`. */
  readonly server?: string;
}

/** Puts host and receipt into the window, as the host does before the page's scripts run. */
export function enterLiveArtifact({ grants = everyTool, faults = '', server = '' }: LiveArtifact = {}): void {
  const url = server === '' ? toriiAddress : `${toriiAddress}?${server}`;
  const value = createCowork({ url, connectorId, grants, clock, faults });
  // The real one cannot be replaced; here one test follows another in the same window.
  Object.defineProperty(window, 'cowork', { value, configurable: true });
  document.head.insertAdjacentHTML('afterbegin', receiptBlock({ grants, faults }));
}

/** Torii behind its own address, and a window without the host of the test before. */
export function interceptTorii(): ToriiHandlers {
  const torii = toriiHandlers(createTenant({ size: 'small', asOf }));
  network.use(...torii.handlers);
  afterEach(() => {
    Reflect.deleteProperty(window, 'cowork');
    document.getElementById('cowork-artifact-meta')?.remove();
  });
  return torii;
}
