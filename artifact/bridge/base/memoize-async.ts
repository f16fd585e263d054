/** Asks once and remembers the answer; a rejection is forgotten, so that the next call asks again. */
export function memoizeAsync<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let answer: Promise<Value> | null = null;
  return () => {
    answer ??= ask().catch((reason: unknown) => {
      answer = null;
      throw reason;
    });
    return answer;
  };
}
