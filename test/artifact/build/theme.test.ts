import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

function textOf(ending: RegExp): string {
  return readdirSync('artifact', { recursive: true, encoding: 'utf8' })
    .filter((path) => ending.test(path))
    .map((path) => readFileSync(`artifact/${path}`, 'utf8'))
    .join('\n');
}

const style = textOf(/\.css$/).replace(/\/\*[\s\S]*?\*\//g, '');
const source = textOf(/\.(ts|tsx|jsx)$/);

function found(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))];
}

const selectors = [...style.matchAll(/([^{}]*)\{/g)].map(([, selector]) => selector).join();
const classes = found(selectors, /\.([a-zA-Z][\w-]*)/g);
const words = new Set(found(source, /([\w-]+)/g));
/** Such as `tag-` of `tag-${tone}`. */
const beginnings = found(source, /([a-z][a-z-]*-)\$\{/g);

function isMade(name: string): boolean {
  return beginnings.some((beginning) => name.startsWith(beginning));
}

describe('the style of the page', () => {
  it('names no class that no element carries', () => {
    expect(classes.length).toBeGreaterThan(100);
    expect(classes.filter((name) => !words.has(name) && !isMade(name))).toEqual([]);
  });

  it('sets no variable that nothing reads', () => {
    const set = found(style, /--([\w-]+)\s*:/g);
    const read = new Set(found(style + source, /var\(--([\w-]+)/g));
    expect(set.length).toBeGreaterThan(10);
    expect(set.filter((name) => !read.has(name))).toEqual([]);
  });
});
