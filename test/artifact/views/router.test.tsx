import { describe, expect, it } from 'vitest';
import {
  createRouter,
  formatRoute,
  parseRoute,
  routeAbove,
  type Destinations,
} from '../../../artifact/views/router.ts';

const destinations: Destinations = ['decide', 'spend', 'data'];

describe('routes', () => {
  it('read destination, segment and parameters, and write them back', () => {
    const hash = '#/spend/apps?q=figma+%26+co';
    const route = parseRoute(hash, destinations);
    expect(route).toEqual({ destination: 'spend', segment: 'apps', parameters: { q: 'figma & co' } });
    expect(formatRoute(route)).toBe(hash);
  });

  it.each(['', '#', '#/', '#/nowhere', '#/<script>'])('%j leads home', (hash) => {
    expect(parseRoute(hash, destinations).destination).toBe('decide');
  });

  it('lead home from a destination that this page does not have', () => {
    expect(parseRoute('#/plan/what-if', destinations)).toMatchObject({
      destination: 'decide',
      segment: null,
    });
  });

  it('lead from a figure to its app, from there to the segment, and no further', () => {
    const figure = parseRoute(
      '#/decide/renewals?app=11&fact=app%2F11%2FcostAnnual&bucket=later',
      destinations,
    );
    const app = routeAbove(figure);
    expect(app && formatRoute(app)).toBe('#/decide/renewals?app=11&bucket=later');
    const segment = app && routeAbove(app);
    expect(segment && formatRoute(segment)).toBe('#/decide/renewals?bucket=later');
    expect(segment && routeAbove(segment)).toBeNull();
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
    const router = createRouter({ location, addEventListener: () => {} } as never, destinations);
    router.go({ destination: 'data' });
    expect(router.getRoute().destination).toBe('data');
  });
});
