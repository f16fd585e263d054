/** The reads of people: of the organization, of an app, and the apps of a person. */
import type { JsonObject } from '../../skill/torii/json.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { answer, project } from './query.ts';
import { find, keysOf, notFound } from './read.ts';
import type { ReadContext, Reads } from './read.ts';
import { RestError } from './result.ts';

/** User rows are made when asked for; the pages of one app should not make them again. */
function appUsersOf(tenant: Tenant): (id: number) => readonly JsonObject[] | undefined {
  let last: { id: number; rows: readonly JsonObject[] | undefined } | null = null;
  return (id) => {
    if (last?.id !== id) last = { id, rows: tenant.appUsers.get(id) };
    return last.rows;
  };
}

export function userReads({ tenant, fields }: ReadContext): Reads {
  const appUsers = appUsersOf(tenant);
  const views: Readonly<Record<string, (row: JsonObject) => boolean>> = {
    currentEmployees: (row) => row['lifecycleStatus'] !== 'offboarded' && row['isExternal'] === false,
    pastEmployees: (row) => row['lifecycleStatus'] === 'offboarded',
    externalUsers: (row) => row['isExternal'] === true,
    allUsers: () => true,
  };
  return {
    list_users: (args) => {
      const { view, idUsers, ...rest } = args;
      const inView = views[typeof view === 'string' ? view : 'currentEmployees'];
      if (inView === undefined)
        throw new RestError(400, `"view" must be one of [${Object.keys(views).join(', ')}]`);
      const wanted = Array.isArray(idUsers) ? new Set(idUsers) : null;
      const rows = tenant.users.filter(
        (row) => inView(row) && (wanted === null || wanted.has(row['id'] ?? null)),
      );
      const keys = keysOf(tenant.users, fields.user);
      return answer({ container: 'users', rows, keys, fieldTool: 'get_user_fields' }, rest);
    },
    list_app_users: (args) => {
      const { idApp, status, ...rest } = args;
      const rows = appUsers(Number(idApp));
      if (rows === undefined) throw notFound('App', idApp);
      const kept = rows.filter((row) => status === undefined || row['status'] === status);
      return answer({ container: 'users', rows: kept, keys: null, fieldTool: 'get_app_fields' }, rest);
    },
    list_user_apps: (args) => {
      const user = find(tenant.users, args['idUser'], 'User');
      const apps = tenant.apps.flatMap((app) => {
        const account = tenant.appUsers.get(Number(app['id']))?.find((row) => row['idUser'] === user['id']);
        if (account === undefined) return [];
        return [{ ...project(app, ['name', 'state', 'category', 'url']), status: account['status'] ?? null }];
      });
      return { apps };
    },
  };
}
