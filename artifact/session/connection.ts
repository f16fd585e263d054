/**
 * How a page comes to a tenant: its configuration block, the host around it, and its clock.
 *
 * In: the block as a person wrote it, and the window. Out: a configuration or the list of what is wrong with
 * it; a bridge or the reason why there is none.
 */
export { parseConfiguration } from './model/configuration.ts';
export { pageClock } from './reading/clock.ts';
export { connectHost, type Connect } from './reading/connect.ts';
