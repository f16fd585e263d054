import { describe, expect, it } from 'vitest';
import { createRouter, formatRoute, parseRoute } from '../../../artifact/views/router.ts';

describe('routes', () => {
  it('read destination, segment and parameters, and write them back', () => {
    const hash = '#/spend/apps?q=figma+%26+co';
    const route = parseRoute(hash);
    expect(route).toEqual({ destination: 'spend', segment: 'apps', parameters: { q: 'figma & co' } });
    expect(formatRoute(route)).toBe(hash);
  });

  it.each(['', '#', '#/', '#/nowhere', '#/<script>'])('%j leads home', (hash) => {
    expect(parseRoute(hash).destination).toBe('decide');
  });

  it('work in a frame that refuses to change its address', () => {
    const location = {
      get hash(): string {
        return '';
      },
      set hash(_: string) {
        throw new DOMException('denied', 'SecurityError');
      },
    };
    const router = createRouter({ location, addEventListener: () => {} } as never);
    router.go({ destination: 'data' });
    expect(router.getRoute().destination).toBe('data');
  });
});
