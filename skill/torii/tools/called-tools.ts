import type { ReadTool } from '../base/catalog.ts';

/**
 * Every tool a page may call. The same list becomes the grant of a live artifact, the manifest of a
 * published one and the names the set-up asks a person to allow, so none of them can drift apart.
 */
export const calledTools = [
  'list_apps',
  'list_contracts',
  'get_app_fields',
  'get_contract_fields',
  'get_user_fields',
  'list_users',
  'list_app_users',
  'list_transactions',
  'get_organization',
] as const satisfies readonly ReadTool[];
