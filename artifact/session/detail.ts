/**
 * Reading who uses what: which apps lack it, and what reading them would cost.
 *
 * In: the figures and the host. Out: apps, largest cost first, and an estimate in calls and minutes.
 */
export { estimateDetailCost, listAppsWithoutDetail, type DetailCost } from './reading/detail-cost.ts';
export type { NamedUser } from './reading/read-names.ts';
