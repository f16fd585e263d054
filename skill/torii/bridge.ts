/**
 * How a read tool is called, whatever the host.
 * In: a host's raw call and the tools it offers. Out: a `ToolBridge` that only read tools pass, its call budget and log.
 * What may go wrong comes back as a `ToolFailure`; nothing here throws for it.
 */
export { localDateAt } from './base/local-date.ts';
export type { Clock, Host, OfferedTool, RawCall, ToolBridge } from './base/bridge.ts';
export {
  type Budget,
  type BudgetLimits,
  createBudget,
  liveArtifactLimits,
  toriiLimits,
} from './call/budget.ts';
export type { CallLogEntry } from './call/call-log.ts';
export { withDeadline } from './call/deadline.ts';
export { type BridgeSpec, openBridge } from './call/open-bridge.ts';
export { classifyMessage, kindOfStatus } from './reply/classify.ts';
export { decodeReply } from './reply/decode.ts';
export { admit, guarded } from './tools/guard.ts';
