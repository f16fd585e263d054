/**
 * What a framed page and the window around it say to each other.
 *
 * The window writes a key into the document that it frames. The document hands back the key with one end of
 * a channel, once, and everything else goes over that channel: another document that is later shown in the
 * same frame has neither the key nor the channel. The page asks with a number, the parent answers with the
 * same number; a page that no longer wants an answer says so.
 */
export const CHANNEL = 'saas-rationalization-dashboard';

/** Name of the meta element that holds the key. */
export const KEY_NAME = 'saas-rationalization-preview-key';

/** Sent once, with one end of the channel. */
export interface ParentHello {
  readonly channel: typeof CHANNEL;
  readonly key: string;
}

export interface ParentRequest {
  readonly id: number;
  readonly method: string;
  readonly parameters: readonly unknown[];
}

export interface ParentCancel {
  readonly cancel: number;
}

export interface ParentAnswer {
  readonly answer: number;
  readonly outcome: 'resolved' | 'rejected';
  readonly value: unknown;
}

/** True for a first message of this channel that knows the key. */
export function isHello(data: unknown, key: string): data is ParentHello {
  return (
    typeof data === 'object' &&
    data !== null &&
    'channel' in data &&
    data.channel === CHANNEL &&
    'key' in data &&
    data.key === key
  );
}

/** True for an object, whose parts are checked by the side that reads it. */
export function isMessage(data: unknown): data is object {
  return typeof data === 'object' && data !== null;
}
