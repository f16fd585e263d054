/** A window framed by a host of MCP Apps that the test writes, joined by messages that arrive later. */
import type { AppWindow } from '../../../artifact/bridge/app/app-channel.ts';
import { isJsonObject, type JsonObject } from '../../../skill/torii/base/json.ts';

export interface AppParent {
  readonly window: AppWindow;
  /** Everything the view posted, in order. */
  readonly posted: JsonObject[];
  /** Sends the view a message; from the parent unless another source is named. */
  readonly send: (message: unknown, source?: unknown) => void;
  readonly methods: () => unknown[];
}

type Answer = (method: string, params: JsonObject) => unknown;

/** @param answer the result of a request; what it throws is sent as an error of the protocol */
export function appParent(answer: Answer): AppParent {
  const target = new EventTarget();
  const posted: JsonObject[] = [];
  const send = (data: unknown, source: unknown = parent): void => {
    const event = Object.assign(new Event('message'), { data, source });
    target.dispatchEvent(event);
  };
  const reply = async (id: unknown, method: string, params: JsonObject): Promise<void> => {
    try {
      send({ jsonrpc: '2.0', id, result: await answer(method, params) });
    } catch (thrown) {
      const message = thrown instanceof Error ? thrown.message : String(thrown);
      send({ jsonrpc: '2.0', id, error: { code: -32_000, message } });
    }
  };
  const parent = {
    postMessage(message: unknown) {
      if (!isJsonObject(message)) return;
      posted.push(message);
      const { id, method, params } = message;
      if (id === undefined || typeof method !== 'string') return;
      void reply(id, method, isJsonObject(params) ? params : {});
    },
  };
  const window = {
    parent,
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
  };
  return {
    window: window as unknown as AppWindow,
    posted,
    send,
    methods: () => posted.map(({ method }) => method),
  };
}
