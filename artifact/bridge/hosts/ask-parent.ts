import { CHANNEL, isOnChannel, type ParentCancel, type ParentRequest } from './parent-message.ts';

/** Asks the window around this one; rejects with whatever the parent rejected with, or when aborted. */
export type AskParent = (
  method: string,
  parameters: readonly unknown[],
  signal?: AbortSignal,
) => Promise<unknown>;

type FramedWindow = Pick<Window, 'parent' | 'addEventListener'>;

interface Pending {
  resolve(value: unknown): void;
  reject(reason: unknown): void;
}

/**
 * Opens the channel to the parent. Answers to questions that were given up are dropped, and only the
 * parent itself is listened to; its origin cannot be checked, because a sandboxed page has none.
 */
export function askParent(window: FramedWindow): AskParent {
  const pending = new Map<number, Pending>();
  let asked = 0;
  window.addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    if (source !== window.parent || !isOnChannel(data) || !('answer' in data)) return;
    const waiting = pending.get(Number(data.answer));
    pending.delete(Number(data.answer));
    const value = 'value' in data ? data.value : undefined;
    if ('outcome' in data && data.outcome === 'resolved') waiting?.resolve(value);
    else waiting?.reject(value);
  });
  const post = (message: ParentRequest | ParentCancel): void => window.parent.postMessage(message, '*');

  return (method, parameters, signal) => {
    const id = (asked += 1);
    return new Promise((resolve, reject) => {
      pending.set(id, { resolve, reject });
      signal?.addEventListener('abort', () => {
        if (!pending.delete(id)) return;
        post({ channel: CHANNEL, cancel: id });
        reject(new DOMException('The call was stopped.', 'AbortError'));
      });
      post({ channel: CHANNEL, id, method, parameters });
    });
  };
}
