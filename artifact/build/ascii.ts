/**
 * Code and style as pure ASCII. Hosts re-encode what they publish and refuse U+FFFD; and what is put
 * into a page must not end the element around it.
 */

/** Valid inside string, template and regular-expression literals, which is where such characters live. */
export function asciiScript(code: string): string {
  return code
    .replace(/[^\0-\x7f]/g, (character) => `\\u${hex(character).padStart(4, '0')}`)
    .replace(/<\/(script)/gi, '<\\/$1')
    .replaceAll('<!--', '<\\!--');
}

export function asciiStyle(css: string): string {
  return css
    .replace(/[^\0-\x7f]/gu, (character) => `\\${character.codePointAt(0)?.toString(16) ?? ''} `)
    .replace(/<\/(style)/gi, '<\\/$1');
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16);
}
