import type { Clock } from '../../../skill/torii/bridge.ts';

/** The page's own clock; an aborted sleep rejects with the signal's reason. */
export const pageClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      if (ms <= 0) return afterTurn(resolve);
      const stop = (): void => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', stop);
        resolve();
      }, ms);
      signal?.addEventListener('abort', stop, { once: true });
      return undefined;
    }),
};

/**
 * Calls back once the browser has had a turn. A timer will not do: timers that follow from timers wait
 * four milliseconds at least, and a long reading pauses dozens of times.
 */
function afterTurn(done: () => void): undefined {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener(
    'message',
    () => {
      port1.close();
      done();
    },
    { once: true },
  );
  port1.start();
  port2.postMessage(null);
  return undefined;
}
