/** "1 record", "3 records": a number with its noun, for sentences of the rooms below the figures. */
export function withNoun(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
