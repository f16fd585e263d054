import { systemReason } from '../../node/stop.ts';
import { errorMessage } from '../../torii/failure.ts';

/** Why a file or folder could not be read or written, for the end of a sentence. */
export function fileFailure(error: unknown): string {
  return systemReason(error) ?? errorMessage(error);
}
