/** What passes between a reading and those who wait for it. */
import type { ToolFailure } from '../../torii/failure.ts';
import type { Source } from '../../torii/read.ts';

/** Why nothing could be read. */
export interface ReadProblem {
  readonly ok: false;
  /** For the person, with what would help. */
  readonly sentence: string;
  /** Authorization was lost: what was read before must not be shown any longer. */
  readonly retracts: boolean;
  /** What Torii or the way to it answered, where that was the reason. */
  readonly failure?: ToolFailure;
  /** It is still being read: how far it is; null = nothing has arrived. */
  readonly underWay?: HowFar | null;
}

/** How far a source is. */
export interface HowFar {
  readonly source: Source;
  readonly pages: number;
  readonly rows: number;
  readonly total: number | null;
}

/** Counts up while it reads; in words of one line. */
export type TellProgress = (done: number, message: string, reached: HowFar) => void;

export interface ReadingTurn {
  readonly signal: AbortSignal;
  readonly tell: TellProgress;
  /** Past what others hold, because a person asked for it. */
  readonly fresh: boolean;
}

export interface WaitOptions {
  readonly fresh?: boolean;
  readonly signal?: AbortSignal;
  readonly tell?: TellProgress;
  /** Longest wait for a reading; without it, as long as it takes. */
  readonly patienceMs?: number;
}
