/**
 * Whether another page follows, and whether the paging can be trusted. Pure but for what it has seen;
 * cursors that repeat, never end or lead nowhere stop the reading with a sentence.
 */
import type { JsonObject } from '../base/json.ts';
import { withNoun } from '../base/with-noun.ts';

interface PageSeen {
  readonly body: JsonObject;
  /** Rows in the reply, and how many of them were new. */
  readonly rows: number;
  readonly fresh: number;
  /** Rows accounted for so far, this page included. */
  readonly read: number;
  readonly total: number | null;
  /** Rows asked for. */
  readonly size: number;
}

interface Step {
  /** Cursor of the next page; null when the reading ends here. */
  readonly cursor: string | null;
  readonly flaw: string | null;
}

export interface Paging {
  next(page: PageSeen): Step;
  /** The server spoke of cursors, so the absence of one is an end. */
  readonly spoken: boolean;
}

/** So many pages without a total must bring so many rows between them, or the cursor leads nowhere. */
const WATCHED_PAGES = 25;
const LEAST_ROWS = 250;

const end: Step = { cursor: null, flaw: null };

function stop(flaw: string): Step {
  return { cursor: null, flaw };
}

export function createPaging(takesCursor: boolean, mostPages: number): Paging {
  const seen = new Set<string>();
  let spoken = false;
  let pages = 0;
  let empty = 0;
  const fresh: number[] = [];

  function follow(cursor: string, page: PageSeen): Step {
    if (!takesCursor) return stop('More pages exist, but the tool takes no cursor.');
    if (seen.has(cursor)) return stop('The cursor repeated itself.');
    if (page.rows > 0 && page.fresh === 0) return stop('The same records came again.');
    if (empty >= 3) return stop('The cursor leads on, but no records come.');
    if (page.total !== null && page.read > page.total) return stop('More records come than Torii counts.');
    if (page.total === null && bringsTooLittle()) {
      return stop(
        `Stopped after ${withNoun(pages, 'page')}: the cursor leads on, but hardly any records come.`,
      );
    }
    if (pages >= mostPages) return stop(`Stopped after ${withNoun(pages, 'page')}: the cursor never ends.`);
    seen.add(cursor);
    return { cursor, flaw: null };
  }

  function bringsTooLittle(): boolean {
    const watched = fresh.slice(-WATCHED_PAGES);
    return watched.length === WATCHED_PAGES && watched.reduce((sum, rows) => sum + rows, 0) < LEAST_ROWS;
  }

  return {
    get spoken() {
      return spoken;
    },
    next(page) {
      pages += 1;
      empty = page.rows === 0 ? empty + 1 : 0;
      fresh.push(page.fresh);
      const { nextCursor, hasMore } = page.body;
      if (nextCursor !== undefined) spoken = true;
      if (typeof nextCursor !== 'string') {
        return hasMore === true ? stop('Torii says that more exists, but gives no cursor.') : end;
      }
      // A short page that reaches the total is the last one, whatever its cursor says.
      if (page.read === page.total && page.rows < page.size) return end;
      return follow(nextCursor, page);
    },
  };
}
