/**
 * JSON-RPC with the window around this one, as MCP Apps speak it (SEP-1865).
 *
 * In: the window, and what to do with what its parent asks and tells. Out: a way to ask and to tell. Only
 * messages of the parent itself are read; what any other window sends is not looked at.
 */
import { isJsonObject, type JsonObject } from '../../../skill/torii/json.ts';

export type AppWindow = Pick<Window, 'parent' | 'addEventListener' | 'removeEventListener'>;

export interface AppChannel {
  /** Rejects with a `HostRefusal`, or when aborted; then the host is told that nobody waits. */
  ask(method: string, params: JsonObject, signal?: AbortSignal): Promise<unknown>;
  tell(method: string, params: JsonObject): void;
  close(): void;
}

export interface AppListener {
  /** Answers what the host asks; null = there is no such method. */
  readonly onAsked: (method: string) => JsonObject | null;
  readonly onTold: (method: string, params: JsonObject) => void;
}

/** An error that the host, or the server behind it, answered with. */
export class HostRefusal extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

const METHOD_NOT_FOUND = -32_601;

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

export function openAppChannel(window: AppWindow, { onAsked, onTold }: AppListener): AppChannel {
  const { parent } = window;
  const waiting = new Map<unknown, Waiting>();
  let asked = 0;
  // A sandboxed page and its proxy have no origin to name; nothing of the tenant is in the first message.
  const post = (message: JsonObject): void => parent.postMessage({ jsonrpc: '2.0', ...message }, '*');
  const answer = (id: JsonObject[string], method: string): void => {
    const result = onAsked(method);
    post(
      result === null
        ? { id, error: { code: METHOD_NOT_FOUND, message: 'Method not found' } }
        : { id, result },
    );
  };
  const settle = (id: unknown, message: JsonObject): void => {
    const one = waiting.get(id);
    waiting.delete(id);
    if ('error' in message) one?.reject(refusalOf(message['error']));
    else one?.resolve(message['result']);
  };
  const listen = ({ source, data }: MessageEvent<unknown>): void => {
    if (source !== parent || !isJsonObject(data) || data['jsonrpc'] !== '2.0') return;
    const { id, method, params } = data;
    if (typeof method !== 'string') return settle(id, data);
    if (id !== undefined) return answer(id, method);
    onTold(method, isJsonObject(params) ? params : {});
  };
  window.addEventListener('message', listen);

  return {
    ask(method, params, signal) {
      const id = (asked += 1);
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        signal?.addEventListener('abort', () => {
          if (!waiting.delete(id)) return;
          post({ method: 'notifications/cancelled', params: { requestId: id, reason: 'stopped' } });
          reject(new DOMException('The call was stopped.', 'AbortError'));
        });
        post({ id, method, params });
      });
    },
    tell: (method, params) => post({ method, params }),
    close: () => window.removeEventListener('message', listen),
  };
}

function refusalOf(error: unknown): HostRefusal {
  const { code, message } = isJsonObject(error) ? error : {};
  return new HostRefusal(
    typeof code === 'number' ? code : 0,
    typeof message === 'string' && message !== '' ? message : 'The host refused without a reason.',
  );
}
