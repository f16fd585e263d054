/** What each read tool does, in one line, for people who decide what to install. */
import type { ReadTool } from '../../torii/catalog.ts';

export const toolDescriptions: Readonly<Record<ReadTool, string>> = {
  list_apps: 'List the apps of the organization, with spend, owners and usage.',
  get_app: 'Read one app.',
  get_app_fields: 'List the fields that apps have here.',
  list_app_users: 'List who uses an app, and when they last did.',
  list_contracts: 'List contracts with their terms, costs and renewal dates.',
  get_contract: 'Read one contract.',
  get_contract_fields: 'List the fields that contracts have here.',
  list_users: 'List the people of the organization.',
  get_user_fields: 'List the fields that people have here.',
  list_user_apps: 'List the apps of one person.',
  search_apps: "Search Torii's catalog of apps.",
  match_apps: "Match names with Torii's catalog of apps.",
  get_similar_apps: 'List apps that are similar to one.',
  list_transactions: 'List expenses and payments.',
  get_organization: 'Read the name and the settings of the organization.',
};
