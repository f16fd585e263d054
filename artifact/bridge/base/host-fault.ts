import type { ReadTool } from '../../../skill/torii/catalog.ts';
import { classifyMessage } from '../../../skill/torii/bridge.ts';
import { failure, type ToolFailure } from '../../../skill/torii/failure.ts';

/** Carries a failure that a bridge has already named through the rejection of a raw call. */
export class HostFault extends Error {
  readonly failure: ToolFailure;

  constructor(named: ToolFailure) {
    super(named.message);
    this.failure = named;
  }
}

/** Names a rejection: as the bridge named it, as its words say, else the host itself failed. */
export function hostFailure(thrown: unknown, tool: ReadTool): ToolFailure {
  if (thrown instanceof HostFault) return { ...thrown.failure, tool };
  const message = rejectionReason(thrown);
  if (isAbort(thrown)) return failure('cancelled', tool, message);
  const { kind, ...detail } = classifyMessage(message) ?? { kind: 'host-fault' as const };
  return failure(kind, tool, message, detail);
}

/** What a rejection says, whatever was thrown. */
export function rejectionReason(thrown: unknown): string {
  if (typeof thrown === 'string') return thrown;
  if (typeof thrown === 'object' && thrown !== null && 'message' in thrown) return String(thrown.message);
  return 'The host rejected the call without a reason.';
}

/** An aborted signal rejects with an error of this name in every host. */
function isAbort(thrown: unknown): boolean {
  return typeof thrown === 'object' && thrown !== null && 'name' in thrown && thrown.name === 'AbortError';
}
