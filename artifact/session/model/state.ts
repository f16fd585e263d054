/** What the page knows at one moment. Views read this and nothing else. */
import type { Analysis, IsoDate } from '../../../skill/analysis/contract.ts';
import type { Answers } from '../../../skill/analysis/analyze.ts';
import type { Problem, TenantMapping } from '../../../skill/mapping/mapping.ts';
import type { Portfolio } from '../../../skill/mapping/portfolio.ts';
import type { Host, CallLogEntry } from '../../../skill/torii/bridge.ts';
import type { Source, SourceFailure, TenantRecords } from '../../../skill/torii/read.ts';
import type { GrantedTool, Receipt } from '../../bridge/bridge.ts';
import type { ChosenRun, PastRuns } from './past-runs.ts';
import type { Payments } from './payments.ts';
import type { ViewSettings } from './view-settings.ts';

type Phase =
  | 'connecting' // looking for a host
  | 'setup' // no host, or no connector: only a person can go on
  | 'reading' // calls are under way; what is there is shown
  | 'ready'; // nothing under way

export interface SourceProgress {
  readonly pages: number;
  readonly rows: number;
  readonly total: number | null;
}

/** A source shown from an earlier reading, because the latest one failed for a passing reason. */
export interface StaleSource extends SourceFailure {
  readonly fetchedAt: string | null;
}

/** How far the reading of people and of the users of apps has come. */
export interface DetailProgress {
  /** Apps read to the end, of those asked for. */
  readonly done: number;
  readonly apps: number;
  readonly pages: number;
  readonly rows: number;
}

/** What was made of the records at hand; everything in it belongs together. */
export interface Results {
  readonly records: TenantRecords;
  readonly mapping: TenantMapping;
  /** A discovered mapping is a draft: every figure it touches says so. */
  readonly origin: 'configured' | 'discovered';
  readonly portfolio: Portfolio;
  /** Sources that were still to come, in whole or in part, when this was made; as a rule none. */
  readonly awaited: readonly Source[];
  /** The figures on screen: of everything, or of the apps in the chosen slice of the Organizational View. */
  readonly shown: Analysis;
  /** The same without what was assumed and decided on this page. */
  readonly baseline: Analysis;
  /** Of everything, whatever slice is on screen. */
  readonly full: Analysis;
  /** Of everything, without what was assumed and decided on this page. */
  readonly fullBaseline: Analysis;
  readonly answers: Answers;
}

/** Why there is nothing to read from. */
export type Need =
  | { readonly kind: 'no-host' } // a bare browser
  | { readonly kind: 'host-threw'; readonly message: string };

export interface SessionState {
  readonly phase: Phase;
  /** True while the data is invented. */
  readonly demo: boolean;
  /** True where the page carries its records and asks no host. */
  readonly snapshot: boolean;
  readonly host: Host | null;
  /** Why only a person can go on; null when a host answers. */
  readonly need: Need | null;
  /** What the host says it granted to this page; only live artifacts carry a receipt. */
  readonly receipt: Receipt | null;
  /** Tools within the reach of this page; null until the host has said, or when it cannot. */
  readonly granted: readonly GrantedTool[] | null;
  /** What is wrong with the configuration block; reading waits until the person has seen it. */
  readonly problems: readonly Problem[];
  readonly progress: Readonly<Partial<Record<Source, SourceProgress>>>;
  readonly results: Results | null;
  readonly failures: readonly SourceFailure[];
  readonly stale: readonly StaleSource[];
  readonly calls: readonly CallLogEntry[];
  readonly asOf: IsoDate;
  readonly settings: ViewSettings;
  /** The run before, and those before it, where the page carries them. */
  readonly past: PastRuns;
  /** The file that the reader chose to compare with; null = the last run that came with the page. */
  readonly chosenRun: ChosenRun | null;
  /** User rows being read; null when none are. */
  readonly detail: DetailProgress | null;
  /** Why no figure may be shown yet, such as a unit of money that other records contradict; mostly none. */
  readonly doubts: readonly string[];
  /** What was paid, once somebody has asked for it; no total rests on it. */
  readonly payments: Payments | null;
  /** Payments being read; null when none are. */
  readonly paymentProgress: SourceProgress | null;
  /** A bug of this page met while interpreting the records. */
  readonly fault: string | null;
}

/** Shows records that were fetched before, and are not invented. */
export function isSnapshot({ snapshot, demo }: Pick<SessionState, 'snapshot' | 'demo'>): boolean {
  return snapshot && !demo;
}
