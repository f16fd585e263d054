import {
  CHANNEL,
  isMessage,
  KEY_NAME,
  type ParentCancel,
  type ParentHello,
  type ParentRequest,
} from './parent-message.ts';

/** Asks the window around this one; rejects with whatever the parent rejected with, or when aborted. */
export type AskParent = (
  method: string,
  parameters: readonly unknown[],
  signal?: AbortSignal,
) => Promise<unknown>;

type FramedWindow = Pick<Window, 'parent' | 'document'>;

interface Pending {
  resolve(value: unknown): void;
  reject(reason: unknown): void;
}

/** Opens the channel to the parent; null where no preview has framed this page. Answers to questions that were given up are dropped. */
export function askParent(window: FramedWindow): AskParent | null {
  const key = previewKey(window);
  if (window.parent === window || key === '') return null;
  const pending = new Map<number, Pending>();
  const port = openChannel(window.parent, key);
  port.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isMessage(data) || !('answer' in data)) return;
    const waiting = pending.get(Number(data.answer));
    pending.delete(Number(data.answer));
    const value = 'value' in data ? data.value : undefined;
    if ('outcome' in data && data.outcome === 'resolved') waiting?.resolve(value);
    else waiting?.reject(value);
  });
  port.start();
  let asked = 0;
  const post = (message: ParentRequest | ParentCancel): void => port.postMessage(message);

  return (method, parameters, signal) => {
    const id = (asked += 1);
    return new Promise((resolve, reject) => {
      pending.set(id, { resolve, reject });
      signal?.addEventListener('abort', () => {
        if (!pending.delete(id)) return;
        post({ cancel: id });
        reject(new DOMException('The call was stopped.', 'AbortError'));
      });
      post({ id, method, parameters });
    });
  };
}

/** What a preview has given its page to prove itself with; empty in every other frame. */
export function previewKey({ document }: Pick<Window, 'document'>): string {
  return document.querySelector(`meta[name="${KEY_NAME}"]`)?.getAttribute('content') ?? '';
}

/** The parent's origin cannot be named: a sandboxed page has none, and the key says who may listen. */
function openChannel(parent: Window, key: string): MessagePort {
  const { port1, port2 } = new MessageChannel();
  parent.postMessage({ channel: CHANNEL, key } satisfies ParentHello, '*', [port2]);
  return port1;
}
