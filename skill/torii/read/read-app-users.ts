import type { JsonObject } from '../base/json.ts';
import type { ToolFailure } from '../base/failure.ts';
import type { Completeness } from '../base/records.ts';
import { collect, type ReadingContext } from './collect.ts';
import { combined, type CertifiedPart } from './combine-certificates.ts';

export interface AppUsersRead {
  readonly byApp: ReadonlyMap<number, readonly JsonObject[]>;
  readonly certificate: Completeness;
  readonly failure: ToolFailure | null;
}

/** The users of each app; an app that fails leaves the others as they are. */
export async function readAppUsers(
  session: ReadingContext,
  appIds: readonly number[],
): Promise<AppUsersRead> {
  const ids = [...new Set(appIds)].toSorted((a, b) => a - b);
  const tally = { source: 'appUsers' as const, pages: 0, rows: 0, total: null };
  let done = 0;
  // Pages of many apps come side by side: what is told is how many apps are done.
  const quiet = { ...session, onProgress: () => {} };
  const reads = await Promise.all(
    ids.map(async (idApp) => {
      const read = await collect(quiet, 'list_app_users', 'appUsers', { idApp }, {});
      tally.pages += read.certificate.pages;
      tally.rows += read.certificate.rows;
      done += 1;
      session.onProgress?.({ ...tally, apps: { done, of: ids.length } });
      return read;
    }),
  );
  const byApp = new Map<number, readonly JsonObject[]>();
  const parts: CertifiedPart[] = [];
  for (const [index, idApp] of ids.entries()) {
    const read = reads[index];
    if (read === undefined) continue;
    if (read.certificate.pages > 0) byApp.set(idApp, read.rows);
    parts.push({ label: `App ${idApp}`, certificate: read.certificate });
  }
  const failure = reads.find((read) => read.failure !== null)?.failure ?? null;
  return { byApp, certificate: combined('appUsers', 'list_app_users', parts), failure };
}
