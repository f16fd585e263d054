/**
 * Runs in a page: notes when the document was painted last after a change, and for every key the time
 * from the key itself to the last paint that it caused. Instants are of the page's own clock, in ms.
 */
export interface Paints {
  last: number;
  /** When the latest key went down. */
  key: number;
}

declare global {
  var paints: Paints;
}

const paints: Paints = { last: 0, key: 0 };
globalThis.paints = paints;

// A frame callback runs before its paint; the message it posts is taken up right after.
const afterFrame = new MessageChannel();
afterFrame.port1.addEventListener('message', () => {
  paints.last = performance.now();
});
afterFrame.port1.start();
const painted = (): void => void requestAnimationFrame(() => afterFrame.port2.postMessage(null));
new MutationObserver(painted).observe(document, { subtree: true, childList: true, characterData: true });
addEventListener('keydown', ({ timeStamp }) => (paints.key = timeStamp), true);
// A key may change nothing but its own field, as when no other app is left out.
addEventListener('input', painted, true);
