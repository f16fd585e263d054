import type { Clock, ToolBridge, Budget } from '../../../skill/torii/bridge.ts';
import type { JsonObject } from '../../../skill/torii/json.ts';
import { readPages } from '../../../skill/torii/read.ts';

export interface AppRows {
  readonly bridge: ToolBridge;
  readonly clock: Clock;
  readonly budget: Budget;
  readonly signal: AbortSignal;
  /** After each page of app users. */
  readonly onPage?: (rows: number) => void;
}

/** Hands over every account of one app, page by page, so that nobody has to keep the rows. */
export async function readAppRows(
  { bridge, clock, budget, signal, onPage }: AppRows,
  appId: number,
  take: (row: JsonObject) => void,
) {
  const options = { clock, budget, signal, source: 'appUsers' as const };
  const pages = readPages(bridge, 'list_app_users', { idApp: appId }, options);
  for (;;) {
    const step = await pages.next();
    if (step.done) return step.value;
    for (const row of step.value.rows) take(row);
    onPage?.(step.value.rows.length);
  }
}
