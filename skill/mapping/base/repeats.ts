/** Each value that occurs more than once, once. */
export function repeats<T>(values: readonly T[]): T[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
