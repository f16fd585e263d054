import { useEffect, useRef } from 'react';
import type { HostAround } from '../../bridge/app-host.ts';
import { useSession, useSessionState } from '../../session/session.ts';
import { isWhatIf, whatIfWords } from '../../session/what-if.ts';
import { parseRoute } from '../address.ts';
import { destinations } from '../destination-names.ts';
import type { Route } from '../route.ts';
import { screenWords, type FigureOnScreen } from './screen-words.ts';

/** Long enough for the screen to come to rest after a click or a word that was typed. */
const REST_MS = 700;

/** Tells the model what is on screen, whenever that has come to rest on something else. */
export function useScreenWords(around: HostAround | null, route: Route): void {
  const session = useSession();
  const results = useSessionState((state) => state.results);
  const told = useRef('');
  useEffect(() => {
    if (around === null || results === null) return undefined;
    const { host } = around;
    if (!host.offers('updateModelContext')) return undefined;
    const timer = setTimeout(() => {
      const { whatIf } = session.getState().settings;
      const notes = isWhatIf(whatIf) ? [`What-if on this page: ${whatIfWords(whatIf).join(', ')}.`] : [];
      const words = screenWords(results.shown, route, figuresOnScreen(document), notes);
      if (words === told.current) return;
      told.current = words;
      void host.showModel(words);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [around, route, results, session]);
}

/** The links of figures that are not behind a panel. */
function figuresOnScreen(document: Document): FigureOnScreen[] {
  return [...document.querySelectorAll('main a.figure')].flatMap((link) => {
    const { fact } = parseRoute(link.getAttribute('href') ?? '', destinations).parameters;
    const isBehind = link.closest('[hidden]') !== null;
    return fact === undefined || isBehind ? [] : [{ fact, text: link.textContent ?? '' }];
  });
}
