/**
 * Reads people and the users of chosen apps, and folds them row by row as the pages come: what stays in
 * memory is what the analysis needs, never names.
 *
 * In: a portfolio read before, and the ids of apps. Out: the same portfolio with their users, and the ids
 * of the apps that were read to the end. Never rejects: what failed is in the certificates.
 */
import {
  appUserOf,
  personOf,
  bindMapping,
  fieldsToRequest,
  type AppUser,
  type Completeness,
  type Person,
  type Portfolio,
} from '../../../skill/mapping/portfolio.ts';
import { combined, type CertifiedPart, readTenant } from '../../../skill/torii/read.ts';
import type { ToolFailure } from '../../../skill/torii/failure.ts';
import { limitsOf } from './read-for-page.ts';
import { readAppRows, type AppRows } from './read-app-rows.ts';
import type { Results } from '../model/state.ts';

export interface DetailReading extends AppRows {
  readonly results: Pick<Results, 'records' | 'mapping'>;
  readonly appIds: readonly number[];
  /** Read who has left, and the Organizational View of people, as well. */
  readonly people: boolean;
  /** After each app that was read to the end. */
  readonly onApp?: () => void;
}

export interface Detail {
  /** Null where they were not asked for. */
  readonly people: { readonly list: readonly Person[]; readonly certificate: Completeness } | null;
  /** Of the apps that were read to the end. */
  readonly appUsers: ReadonlyMap<number, readonly AppUser[]>;
  readonly parts: readonly CertifiedPart[];
  readonly failure: ToolFailure | null;
}

export async function readDetail(reading: DetailReading): Promise<Detail> {
  const people = reading.people ? await readPeople(reading) : null;
  const appUsers = new Map<number, readonly AppUser[]>();
  const parts: CertifiedPart[] = [];
  let failure = people?.failure ?? null;
  const readApp = async (appId: number): Promise<void> => {
    const { users, end } = await usersOf(reading, appId);
    failure ??= end.failure;
    if (end.failure !== null) return;
    appUsers.set(appId, users);
    parts.push({ label: `App ${appId}`, certificate: end.certificate });
    reading.onApp?.();
  };
  await Promise.all(reading.appIds.map(readApp));
  return { people, appUsers, parts, failure };
}

type PeopleRead = NonNullable<Detail['people']> & { readonly failure: ToolFailure | null };

/** Definitions of fields are read where the Organizational View belongs to people: its name may be a label. */
async function readPeople({
  bridge,
  clock,
  budget,
  signal,
  results,
}: DetailReading): Promise<PeopleRead | null> {
  const { mapping, records } = results;
  const options = { clock, budget, signal, limits: limitsOf(bridge.host) };
  const isView = mapping.organizationalView?.entity === 'user';
  const { fields } = isView
    ? await readTenant(bridge, { ...options, sources: ['fields'], fieldEntities: ['user'] })
    : { fields: [] };
  const { user } = fieldsToRequest(mapping, fields);
  const read = await readTenant(bridge, { ...options, sources: ['users'], fields: { user } });
  const bound = bindMapping(mapping, { ...records, users: read.users, fields });
  const certificate = read.completeness.find(({ source }) => source === 'users');
  if (certificate === undefined) return null;
  return {
    list: read.users.flatMap((row) => personOf(row, bound) ?? []),
    certificate,
    failure: read.failures?.[0]?.failure ?? null,
  };
}

async function usersOf(reading: DetailReading, appId: number) {
  const users: AppUser[] = [];
  const end = await readAppRows(reading, appId, (row) => {
    const user = appUserOf(row, appId);
    if (user !== null) users.push(user);
  });
  return { users, end };
}

/** The portfolio with what was read now beside what was read before. */
export function withDetail(portfolio: Portfolio, { people, appUsers, parts }: Detail): Portfolio {
  const earlier = portfolio.completeness.find(({ source, pages }) => source === 'appUsers' && pages > 0);
  const all = earlier ? [{ label: 'Before', certificate: earlier }, ...parts] : parts;
  const replaced = [
    ...(people ? [people.certificate] : []),
    ...(parts.length > 0 ? [combined('appUsers', 'list_app_users', all)] : []),
  ];
  const sources = new Set(replaced.map(({ source }) => source));
  return {
    ...portfolio,
    people: people?.list ?? portfolio.people,
    appUsers: new Map([...portfolio.appUsers, ...appUsers]),
    completeness: [...portfolio.completeness.filter(({ source }) => !sources.has(source)), ...replaced],
  };
}
