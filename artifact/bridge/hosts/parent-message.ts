/**
 * What a framed page and the window around it say to each other, by `postMessage`.
 *
 * The page asks with a number, the parent answers with the same number; a page that no longer wants
 * an answer says so. The channel's name keeps foreign messages out.
 */
export const CHANNEL = 'saas-rationalization-dashboard';

export interface ParentRequest {
  readonly channel: typeof CHANNEL;
  readonly id: number;
  readonly method: string;
  readonly parameters: readonly unknown[];
}

export interface ParentCancel {
  readonly channel: typeof CHANNEL;
  readonly cancel: number;
}

export interface ParentAnswer {
  readonly channel: typeof CHANNEL;
  readonly answer: number;
  readonly outcome: 'resolved' | 'rejected';
  readonly value: unknown;
}

/** True for a message of this channel; what else it holds is checked by the side that reads it. */
export function isOnChannel(data: unknown): data is { readonly channel: typeof CHANNEL } & object {
  return typeof data === 'object' && data !== null && 'channel' in data && data.channel === CHANNEL;
}
