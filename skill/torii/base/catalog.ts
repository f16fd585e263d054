/**
 * The read-tool catalog: every Torii tool this product may call, and nothing else.
 *
 * In: nothing. Out: the closed union `ReadTool` and, for each tool, its known aliases, the argument
 * keys we may send, the key its rows arrive under and Torii's published rate.
 * A tool that is not here cannot be spelled in typed code and is refused at run time (guard.ts).
 *
 * Sources: Torii's MCP article and published OpenAPI; the withdrawn npm server for argument names.
 */

export interface ReadToolEntry {
  /** Other names under which a server may offer the same tool. */
  readonly aliases: readonly string[];
  /** Argument keys that may be sent; any other key is refused. */
  readonly args: readonly string[];
  /** Key of the container in the reply: an array for list tools, an object for get-one tools. */
  readonly container: string;
  /** Torii's published limit for the entity, in calls a minute. */
  readonly perMinute: number;
  /** What a person loses when the server does not offer the tool. */
  readonly without: string;
}

export const catalog = {
  list_apps: {
    aliases: ['get_apps'],
    args: ['fields', 'q', 'filters', 'aggs', 'baseFilters', 'sort', 'size', 'cursor', 'includeLicenses'],
    container: 'apps',
    perMinute: 200,
    without: 'Nothing can be shown: the list of apps is the base of every figure.',
  },
  get_app: {
    aliases: ['get_app_by_id'],
    args: ['idApp', 'id', 'appId', 'fields', 'includeLicenses'],
    container: 'app',
    perMinute: 200,
    without: 'An app opens with the facts of the list only.',
  },
  get_app_fields: {
    aliases: ['list_app_fields', 'get_apps_fields', 'get_app_metadata', 'list_apps_metadata'],
    args: ['q'],
    container: 'fields',
    perMinute: 200,
    without: 'App fields are inferred from sample records.',
  },
  list_app_users: {
    aliases: ['list_application_users', 'get_app_users'],
    args: ['idApp', 'status', 'q', 'sort', 'size', 'cursor'],
    container: 'users',
    perMinute: 600,
    without: 'Seats are known by their counts only, and overlap cannot be confirmed.',
  },
  list_contracts: {
    aliases: ['get_contracts'],
    args: ['fields', 'q', 'filters', 'aggs', 'sort', 'size', 'cursor'],
    container: 'contracts',
    perMinute: 100,
    without: 'Renewals, notice deadlines and contract costs are unknown.',
  },
  get_contract: {
    aliases: ['get_contract_by_id'],
    args: ['idContract', 'id'],
    container: 'contract',
    perMinute: 100,
    without: 'A contract opens with the facts of the list only.',
  },
  get_contract_fields: {
    aliases: [
      'list_contract_fields',
      'get_contracts_fields',
      'get_contract_metadata',
      'list_contracts_metadata',
    ],
    args: ['q'],
    container: 'fields',
    perMinute: 100,
    without: 'Contract fields are inferred from sample records.',
  },
  list_users: {
    aliases: ['get_users'],
    args: ['view', 'fields', 'filters', 'aggs', 'idUsers', 'size', 'cursor'],
    container: 'users',
    perMinute: 100,
    without: 'Departed people and user-based Organizational Views are unknown.',
  },
  get_user_fields: {
    aliases: ['list_user_fields', 'get_users_fields', 'get_user_metadata', 'list_users_metadata'],
    args: ['q'],
    container: 'fields',
    perMinute: 100,
    without: 'User fields are inferred from sample records.',
  },
  list_user_apps: {
    aliases: ['list_user_applications'],
    args: ['idUser', 'id'],
    container: 'apps',
    perMinute: 100,
    without: 'The apps of one person cannot be listed.',
  },
  search_apps: {
    aliases: [],
    args: ['q', 'limit'],
    container: 'apps',
    perMinute: 200,
    without: "Torii's catalog cannot be searched.",
  },
  match_apps: {
    aliases: [],
    args: ['apps'],
    container: 'apps',
    perMinute: 200,
    without: "Names cannot be matched with Torii's catalog.",
  },
  get_similar_apps: {
    aliases: [],
    args: ['idApp'],
    container: 'apps',
    perMinute: 200,
    without: "Torii's suggestions for similar apps are not shown.",
  },
  list_transactions: {
    aliases: ['get_transactions'],
    args: ['idApp', 'source', 'sort', 'size', 'cursor'],
    container: 'transactions',
    perMinute: 100,
    without: 'Spend cannot be cross-checked with transactions.',
  },
  get_organization: {
    aliases: ['get_org', 'whoami'],
    args: [],
    container: 'org',
    perMinute: 200,
    without: 'The name of the organization is taken from the mapping.',
  },
} as const satisfies Record<string, ReadToolEntry>;

/** A tool that may be called. Write tools have no spelling here. */
export type ReadTool = keyof typeof catalog;

/** True when a name is the canonical name of a read tool; aliases are bound elsewhere. */
export function isReadTool(name: string): name is ReadTool {
  return Object.hasOwn(catalog, name);
}

export const readTools: readonly ReadTool[] = Object.keys(catalog).filter(isReadTool);

/** Without these two the product has nothing honest to show; every other tool degrades one view. */
export const requiredTools = ['list_apps', 'list_contracts'] as const satisfies readonly ReadTool[];

/** The catalog entry of a tool, widened so that callers can ask for any key. */
export function entryOf(tool: ReadTool): ReadToolEntry {
  return catalog[tool];
}
