/**
 * The exact call that publishes the page in each host.
 * In: how the connector is named. Out: the grants and the call, read tools only.
 */
export { type ConnectorNames, grantOf } from './publish/grant.ts';
export { publishCalls, type PublishCalls } from './publish/publish-call.ts';
