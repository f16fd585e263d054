/** The reads of apps. */
import type { JsonObject } from '../../skill/torii/json.ts';
import { answer, keyList, project } from './query.ts';
import { find, keysOf } from './read.ts';
import type { ReadContext, Reads } from './read.ts';
import { visible } from './role.ts';

const withoutLicenses = ({ licenses: _licenses, ...row }: JsonObject): JsonObject => row;

export function appReads({ tenant, role, fields }: ReadContext): Reads {
  const shown = visible(tenant.apps, role);
  const bare = shown.map(withoutLicenses);
  const listing = {
    container: 'apps',
    keys: keysOf(tenant.apps, fields.app),
    fieldTool: 'get_app_fields',
  };
  return {
    list_apps: (args) => {
      // Licenses come on request and are no field: a projection keeps them.
      const { fields: wanted, ...rest } = args;
      if (args['includeLicenses'] !== true) return answer({ ...listing, rows: bare }, args);
      const keys = keyList(wanted);
      const asked = keys === null ? rest : { ...rest, fields: [...keys, 'licenses'] };
      return answer({ ...listing, rows: shown }, asked);
    },
    get_app: (args) => {
      const rows = args['includeLicenses'] === true ? shown : bare;
      return { app: project(find(rows, args['idApp'], 'App'), keyList(args['fields'])) };
    },
    get_similar_apps: (args) => {
      const { id, category } = find(shown, args['idApp'], 'App');
      const similar = bare.filter((row) => row['category'] === category && row['id'] !== id);
      return { apps: similar.slice(0, 10).map((row) => project(row, ['name', 'category', 'url'])) };
    },
  };
}
