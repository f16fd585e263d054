import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { asciiScript, asciiStyle } from '../../../artifact/build/ascii.ts';

describe('asciiScript', () => {
  it.each([
    ['"caf\u00e9"', '"caf\\u00e9"'],
    ['"\u{1f600}"', '"\\ud83d\\ude00"'],
    ['"\ufffd"', '"\\ufffd"'],
    ['"</script>"', '"<\\/script>"'],
    ['"</SCRIPT >"', '"<\\/SCRIPT >"'],
    ['"<!--"', '"<\\!--"'],
  ])('writes %s as %s', (source, written) => {
    expect(asciiScript(source)).toBe(written);
  });

  it('keeps the value of every literal it touches', () => {
    const literals = ['"caf\u00e9"', '`\u2192 ${1 + 1}`', '"</script>"', '"<!--"', '/\u00fc/.test("\u00fc")'];
    for (const literal of literals) {
      expect(runInNewContext(asciiScript(literal))).toBe(runInNewContext(literal));
    }
  });
});

describe('asciiStyle', () => {
  it('ends every escape with a space, so that a digit behind it stays a digit', () => {
    expect(asciiStyle('a{content:"\u21921"}')).toBe('a{content:"\\2192 1"}');
  });
});
