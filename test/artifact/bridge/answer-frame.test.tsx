import { describe, expect, test } from 'vitest';
import { CHANNEL } from '../../../artifact/bridge/hosts/parent-message.ts';
import { answerFrame } from '../../../mocks/hosts/answer-frame.ts';

interface Hello {
  readonly key?: string;
  readonly source?: unknown;
}

/** A window around a frame, and a way for documents in the frame to speak to it. */
function hostWindow() {
  const contentWindow = {};
  const listeners: ((event: unknown) => void)[] = [];
  const window = {
    addEventListener: (_: string, listen: (event: unknown) => void) => listeners.push(listen),
  };
  answerFrame(window as unknown as Window, { contentWindow } as unknown as HTMLIFrameElement, 'the key', {
    list: async () => 'rows',
  });
  return {
    hello({ key = 'the key', source = contentWindow }: Hello = {}): MessagePort {
      const { port1, port2 } = new MessageChannel();
      for (const listen of listeners) listen({ source, data: { channel: CHANNEL, key }, ports: [port2] });
      return port1;
    },
    /** A question put to the window instead of a channel. */
    ask(): void {
      const data = { channel: CHANNEL, id: 1, method: 'list', parameters: [] };
      for (const listen of listeners) listen({ source: contentWindow, data, ports: [] });
    },
  };
}

/** What comes back over a channel within a moment. */
async function answerOn(port: MessagePort): Promise<unknown> {
  const answer = new Promise((resolve) => {
    port.addEventListener('message', ({ data }: MessageEvent<unknown>) => resolve(data));
    port.start();
    setTimeout(() => resolve('nothing'), 50);
  });
  port.postMessage({ id: 7, method: 'list', parameters: [] });
  return answer;
}

describe('the window around a page', () => {
  test('answers the document that was framed', async () => {
    expect(await answerOn(hostWindow().hello())).toEqual({ answer: 7, outcome: 'resolved', value: 'rows' });
  });

  test.each<[string, Hello]>([
    ['does not know the key', { key: 'guessed' }],
    ['has an empty key', { key: '' }],
    ['is in another window', { source: {} }],
  ])('does not answer one that %s', async (_, hello) => {
    expect(await answerOn(hostWindow().hello(hello))).toBe('nothing');
  });

  test('hands out one channel, so a later document in the same frame gets none', async () => {
    const window = hostWindow();
    const first = window.hello();
    expect(await answerOn(window.hello())).toBe('nothing');
    expect(await answerOn(first)).toMatchObject({ value: 'rows' });
    window.ask();
  });
});
