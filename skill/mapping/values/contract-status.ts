import { fold } from '../base/fold.ts';
import type { Contract } from '../base/portfolio.ts';

const classes: ReadonlyMap<string, Contract['statusClass']> = new Map([
  ...each('pipeline', [
    'pipeline',
    'draft',
    'planned',
    'proposed',
    'negotiation',
    'innegotiation',
    'pending',
  ]),
  ...each('open', [
    'active',
    'open',
    'signed',
    'inreview',
    'inforce',
    'renewing',
    'expiring',
    'expiringsoon',
  ]),
  ...each('closed', ['closed', 'ended', 'expired', 'cancelled', 'canceled', 'terminated', 'archived']),
]);

function each(value: Contract['statusClass'], names: readonly string[]): [string, Contract['statusClass']][] {
  return names.map((name) => [name, value]);
}

/** Class of a contract status; a word we do not know is `unmapped`, which is neither open nor over. */
export function classifyStatus(status: string): Contract['statusClass'] {
  return classes.get(fold(status)) ?? 'unmapped';
}
