/**
 * How long other work had to wait, at worst: messages are posted to ourselves all the time, and the
 * longest gap between two of them is the longest task. Works the same in Node and in a page.
 */
export interface Watching {
  /** Stops and tells, in milliseconds. */
  stop(): number;
}

export function watchTasks(): Watching {
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  let longest = 0;
  const note = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  port1.addEventListener('message', () => {
    note();
    port2.postMessage(null);
  });
  port1.start();
  port2.postMessage(null);
  return {
    stop() {
      note();
      port1.close();
      port2.close();
      return longest;
    },
  };
}
