import { isHello, isMessage, type ParentAnswer } from '../../artifact/bridge/parent-frame.ts';

/** What a framed page may ask for, by name. A method that never settles never answers. */
export type Methods = Readonly<
  Record<string, (parameters: readonly unknown[], signal: AbortSignal) => Promise<unknown>>
>;

/**
 * Answers the questions of the one document that was framed. A frame outlives its document: whatever is
 * shown in it later, by a link or by another page that reaches in, does not know the key and is not heard.
 */
export function answerFrame(window: Window, frame: HTMLIFrameElement, key: string, methods: Methods): void {
  let isOpen = false;
  window.addEventListener('message', ({ source, data, ports }: MessageEvent<unknown>) => {
    const [port] = ports;
    if (isOpen || port === undefined || source !== frame.contentWindow || !isHello(data, key)) return;
    isOpen = true;
    answerOn(port, methods);
  });
}

function answerOn(port: MessagePort, methods: Methods): void {
  const running = new Map<number, AbortController>();
  const answer = async (id: number, method: Methods[string] | undefined, given: unknown): Promise<void> => {
    const stop = new AbortController();
    running.set(id, stop);
    const outcome = await outcomeOf(method, Array.isArray(given) ? given : [], stop.signal);
    running.delete(id);
    port.postMessage({ answer: id, ...outcome } satisfies ParentAnswer);
  };
  port.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isMessage(data)) return;
    if ('cancel' in data) running.get(Number(data.cancel))?.abort();
    if (!('id' in data) || !('method' in data) || !('parameters' in data)) return;
    void answer(Number(data.id), methods[String(data.method)], data.parameters);
  });
  port.start();
}

type Outcome = Pick<ParentAnswer, 'outcome' | 'value'>;

async function outcomeOf(
  method: Methods[string] | undefined,
  parameters: readonly unknown[],
  signal: AbortSignal,
): Promise<Outcome> {
  if (method === undefined)
    return { outcome: 'rejected', value: { message: 'This host has no such method.' } };
  try {
    return { outcome: 'resolved', value: await method(parameters, signal) };
  } catch (thrown) {
    return { outcome: 'rejected', value: plain(thrown) };
  }
}

/** Errors lose their own properties when they are cloned; a plain object keeps them. */
function plain(thrown: unknown): unknown {
  if (!(thrown instanceof Error)) return thrown;
  return Object.assign({ name: thrown.name, message: thrown.message }, thrown);
}
