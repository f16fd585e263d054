/**
 * The tools as `tools/list` shows them. The read tools take arrays and objects in the current style
 * and JSON in strings in the older one; tools that write, and tools that look harmless but hand out
 * files, are offered too, because a real server offers them.
 */
import type { OfferedTool } from '../../skill/torii/bridge.ts';
import type { JsonObject } from '../../skill/torii/json.ts';
import type { ServerStyle } from './result.ts';

export interface Definition {
  readonly name: string;
  readonly description: string;
  readonly args: Readonly<Record<string, JsonObject>>;
  readonly required: readonly string[];
  readonly kind: 'read' | 'write' | 'file';
  /** Shown as readOnlyHint; a file tool may claim it. */
  readonly readOnly: boolean;
  readonly destructive: boolean;
}

const text = { type: 'string' } as const;
const whole = { type: 'integer' } as const;
const flag = { type: 'boolean' } as const;
const texts = { type: 'array', items: text } as const;
const wholes = { type: 'array', items: whole } as const;
const objects = { type: 'array', items: { type: 'object' } } as const;
const object = { type: 'object' } as const;
const page = { size: { type: 'integer', minimum: 1, maximum: 1000 }, cursor: text } as const;
const views = ['currentEmployees', 'pastEmployees', 'externalUsers', 'allUsers'] as const;

function read(
  name: string,
  description: string,
  args: Definition['args'],
  required: string[] = [],
): Definition {
  return { name, description, args, required, kind: 'read', readOnly: true, destructive: false };
}

const query = { fields: texts, q: text, filters: objects, aggs: object, sort: text, ...page } as const;

function currentTools(contracts: '1.0' | '1.1'): Definition[] {
  return [
    read('list_apps', 'List the apps of the organization.', {
      ...query,
      baseFilters: objects,
      includeLicenses: flag,
    }),
    read('get_app', 'Get one app.', { idApp: whole, fields: texts, includeLicenses: flag }, ['idApp']),
    read('get_app_fields', 'List the app fields.', { q: text }),
    read(
      'list_app_users',
      'List the users of an app.',
      {
        idApp: whole,
        status: { type: 'string', enum: ['active', 'deleted', 'managed'] },
        q: text,
        sort: text,
        ...page,
      },
      ['idApp'],
    ),
    read(
      'list_contracts',
      'List the contracts. Amounts are in cents.',
      contracts === '1.0' ? { fields: texts } : { ...query },
    ),
    read('get_contract', 'Get one contract.', { idContract: whole }, ['idContract']),
    read('get_contract_fields', 'List the contract fields.', { q: text }),
    read('list_users', 'List the users of the organization.', {
      view: { type: 'string', enum: [...views], default: 'currentEmployees' },
      fields: texts,
      filters: objects,
      aggs: object,
      idUsers: wholes,
      ...page,
    }),
    read('get_user_fields', 'List the user fields.', { q: text }),
    read('list_user_apps', 'List the apps of a user.', { idUser: whole }, ['idUser']),
    read('search_apps', "Search Torii's catalog of apps.", { q: text, limit: whole }, ['q']),
    read('match_apps', "Match names with Torii's catalog.", { apps: objects }, ['apps']),
    read('get_similar_apps', 'Get apps similar to an app.', { idApp: whole }, ['idApp']),
    read('list_transactions', 'List the transactions.', { idApp: whole, source: text, sort: text, ...page }),
    read('get_organization', 'Get the organization.', {}),
  ];
}

function olderTools(): Definition[] {
  const older = { fields: text, filters: text, aggs: text, baseFilters: text } as const;
  const fields = 'Comma-separated; filters, aggs and baseFilters are JSON strings.';
  return [
    read('list_apps', `List apps. ${fields}`, { ...older, includeLicenses: flag }),
    read('get_app', 'Get an app by id.', { idApp: text, fields: text }, ['idApp']),
    read('get_app_fields', 'Get the app fields.', {}),
    read('list_users', `List users. ${fields}`, { ...older, view: text }),
    read('list_contracts', 'List contracts. Amounts are in cents. Use get_contract_fields first.', {
      fields: text,
    }),
    read('get_contract', 'Get a contract by id.', { idContract: text }, ['idContract']),
    read('get_contract_fields', 'Get the contract fields.', {}),
  ];
}

/** Reads outside the catalog of what this product may call. */
const otherReads: Definition[] = [
  read('list_roles', 'List the roles.', {}),
  read('get_audit_logs', 'Get the audit log.', { size: whole, cursor: text }),
  read('list_workflows', 'List the workflows.', {}),
];

function write(name: string, description: string, destructive = false): Definition {
  const args = { id: whole, body: object } as const;
  return { name, description, args, required: [], kind: 'write', readOnly: false, destructive };
}

function file(name: string, description: string): Definition {
  return {
    name,
    description,
    args: { id: whole },
    required: [],
    kind: 'file',
    readOnly: true,
    destructive: false,
  };
}

const otherTools: Definition[] = [
  write('update_user', 'Change the lifecycle status of a user.'),
  write('update_app', 'Change an app.'),
  write('create_app', 'Add a custom app.'),
  write('create_contract', 'Create a contract.'),
  write('update_contract', 'Change a contract.'),
  write('delete_contract', 'Delete a contract.', true),
  write('run_workflow', 'Run a workflow now.', true),
  write('remove_app_user', 'Remove a user from an app.', true),
  write('request_app_access', 'Request access to an app.'),
  write('anonymize_user', 'Anonymize a user.', true),
  file('download_file', 'Download a contract file.'),
  file('get_upload_url', 'Get a URL for uploading a file.'),
];

export function definitionsOf(style: ServerStyle, contracts: '1.0' | '1.1'): readonly Definition[] {
  return [...(style === 'older' ? olderTools() : currentTools(contracts)), ...otherReads, ...otherTools];
}

/** The tools of some other server, for telling that this is not Torii. */
export const foreignTools: readonly Definition[] = [
  read('search_tickets', 'Search tickets.', { q: text }),
  read('get_ticket', 'Get a ticket.', { id: text }, ['id']),
  write('create_ticket', 'Create a ticket.'),
];

export function offered({
  name,
  description,
  args,
  required,
  readOnly,
  destructive,
}: Definition): OfferedTool {
  return {
    name,
    description,
    inputSchema: {
      type: 'object',
      properties: { ...args },
      ...(required.length === 0 ? {} : { required: [...required] }),
      additionalProperties: false,
    },
    annotations: { readOnlyHint: readOnly, destructiveHint: destructive },
  };
}
