/**
 * The exact call that publishes the page in each host.
 * In: how the connector is named. Out: the grants and the call, read tools only.
 */
export { type ConnectorNames, grantOf } from './publish/grant.ts';
export { builtHash, unknownHash } from './publish/program-hash.ts';
export { type Grants, publishCalls, type PublishCalls, type PublishedPages } from './publish/publish-call.ts';
