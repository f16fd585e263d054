/**
 * What the names of scopes say. Nothing defines these names, so a scope counts as changing something only
 * where one of its words says so.
 */

const changing = /^(?:write|admin|manag|delet|updat|creat|edit|modif|remov|readwrite|rw$)/i;
const reading = /^(?:read(?!write)|view|list)/i;

/** `torii:appsWrite` is torii, apps, Write. */
function wordsOf(scope: string): readonly string[] {
  return scope.replaceAll(/([a-z])([A-Z])/g, '$1 $2').split(/[^A-Za-z]+/);
}

export function saysItChanges(scope: string): boolean {
  return wordsOf(scope).some((word) => changing.test(word));
}

/**
 * The least of what a server suggests that still reads. Where no other scope says that it reads, leaving
 * some out would be a guess, and all of them are asked for.
 */
export function leastOf(suggested: readonly string[]): readonly string[] {
  const kept = suggested.filter((scope) => !saysItChanges(scope));
  const reads = kept.some((scope) => wordsOf(scope).some((word) => reading.test(word)));
  return reads ? kept : suggested;
}
