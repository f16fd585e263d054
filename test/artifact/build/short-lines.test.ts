import { runInNewContext } from 'node:vm';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortScript, shortStyle } from '../../../artifact/build/short-lines.ts';

function longestLine(text: string): number {
  return Math.max(...text.split('\n').map((line) => line.length));
}

/** Text of a literal with everything in it that could be taken for a place to break. */
const awkward = fc.string({
  unit: fc.constantFrom(',', ';', '}', '{', '/', '"', "'", 'a', ' '),
  maxLength: 60,
});

function templateOf(text: string): string {
  return `\`${text}\${[1, 2].join(',')}${text}\``;
}

describe('a script in short lines', () => {
  it('means what it meant, whatever its literals hold', () => {
    fc.assert(
      fc.property(fc.array(awkward, { minLength: 40, maxLength: 80 }), (texts) => {
        const literals = texts.flatMap((text, index) => [
          JSON.stringify(text),
          templateOf(text),
          `/[,;${index}]+/.source`,
          `(function(){return${JSON.stringify(text)};})()`,
        ]);
        const code = `[${literals.join(',')}]`;
        const short = shortScript(code);
        expect(longestLine(short)).toBeLessThan(2_000);
        expect(runInNewContext(`JSON.stringify(${short})`)).toBe(runInNewContext(`JSON.stringify(${code})`));
      }),
      { numRuns: 40 },
    );
  });

  it('leaves what is short as it is', () => {
    expect(shortScript('a(1,2);b()')).toBe('a(1,2);b()');
  });

  it('refuses what is no script', () => {
    expect(() => shortScript('a(')).toThrow('does not parse');
  });
});

describe('a style in short lines', () => {
  it('breaks between rules and not inside texts', () => {
    const rule = 'a::before{content:"}{;"}';
    const short = shortStyle(rule.repeat(200));
    expect(longestLine(short)).toBeLessThan(2_000);
    expect(short.replaceAll('\n', '')).toBe(rule.repeat(200));
    expect(short.split('\n').filter((line) => line.length % rule.length !== 0)).toEqual([]);
  });
});
