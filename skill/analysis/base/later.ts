/**
 * Works a value out when it is first asked for, and keeps it; what it was made from is then let go. For
 * what most readers of a record never ask for.
 */
export function later<Value>(work: () => Value): () => Value {
  let state: { readonly work: () => Value } | { readonly value: Value } = { work };
  return () => {
    if ('work' in state) state = { value: state.work() };
    return state.value;
  };
}
