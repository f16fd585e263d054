import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRoute, parseRoute } from '../../../artifact/views/address.ts';
import { createRouter, routeAbove, type Destinations, type Route } from '../../../artifact/views/router.ts';

const destinations: Destinations = ['decide', 'spend', 'data'];

describe('routes', () => {
  it.each([
    ['#decide', { destination: 'decide', segment: null }],
    ['#renewals', { destination: 'decide', segment: 'renewals' }],
    ['#spend', { destination: 'spend', segment: null }],
    ['#spend-apps', { destination: 'spend', segment: 'apps' }],
  ] as const)('have the plain name %s', (hash, place) => {
    const route = parseRoute(hash, destinations);
    expect(route).toEqual({ ...place, parameters: {} });
    expect(formatRoute(route)).toBe(hash);
  });

  it('carry what else belongs to a place in the signs of a plain name', () => {
    const hash = '#spend-apps--q-figma_20_26_20co--search';
    const route = parseRoute(hash, destinations);
    expect(route).toEqual({
      destination: 'spend',
      segment: 'apps',
      parameters: { q: 'figma & co', search: '' },
    });
    expect(formatRoute(route)).toBe(hash);
  });

  it('read back whatever they carry', () => {
    const value = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(value, value, (q, fact) => {
        const route: Route = { destination: 'spend', segment: 'apps', parameters: { q, fact } };
        const hash = formatRoute(route);
        expect(hash).toMatch(/^#[\w-]+$/);
        expect(parseRoute(hash, destinations)).toEqual(route);
      }),
    );
  });

  it.each([
    ['#/spend/apps?q=figma+%26+co', '#spend-apps--q-figma_20_26_20co'],
    ['#/decide/renewals?app=11', '#renewals--app-11'],
    ['#/decide', '#decide'],
    ['#/spend/licences', '#spend-licenses'],
  ])('lead from the older address %s to the same place', (older, now) => {
    expect(formatRoute(parseRoute(older, destinations))).toBe(now);
  });

  it.each(['', '#', '#/', '#nowhere', '#/nowhere', '#/<script>', '#--', '#content', '#%'])(
    '%j leads home',
    (hash) => {
      expect(parseRoute(hash, destinations)).toEqual({
        destination: 'decide',
        segment: null,
        parameters: {},
      });
    },
  );

  it('leave out a parameter that was cut short', () => {
    expect(parseRoute('#renewals--q-a_e2_8--app-11', destinations).parameters).toEqual({ app: '11' });
  });

  it.each(['#plan-what', '#/plan/what'])('lead home from %s, which this page does not have', (hash) => {
    expect(parseRoute(hash, destinations)).toMatchObject({ destination: 'decide', segment: null });
  });

  it('lead from a figure to its app, from there to the segment, and no further', () => {
    const figure = parseRoute('#renewals--app-11--fact-app_2f11_2fcostAnnual--bucket-later', destinations);
    expect(figure.parameters['fact']).toBe('app/11/costAnnual');
    const app = routeAbove(figure);
    expect(app && formatRoute(app)).toBe('#renewals--app-11--bucket-later');
    const segment = app && routeAbove(app);
    expect(segment && formatRoute(segment)).toBe('#renewals--bucket-later');
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
