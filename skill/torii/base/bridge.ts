/**
 * The one seam to whatever carries a call to Torii: a Cowork page, a published page, a local
 * preview, a stored snapshot or plain HTTP. Every implementation passes the same contract test.
 */
import type { ReadTool } from './catalog.ts';
import type { ToolFailure } from './failure.ts';
import type { JsonObject } from './json.ts';
import type { Source } from './records.ts';

export type Host = 'cowork' | 'claude' | 'mcp-app' | 'preview' | 'snapshot' | 'http';

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Ask the host to bypass its cache where it has one. */
  readonly fresh?: boolean;
}

export interface ToolReply {
  readonly ok: true;
  readonly tool: ReadTool;
  /** The decoded JSON body: the container object, not the envelope around it. */
  readonly body: JsonObject;
  /** The reply as it came, for the call log. */
  readonly raw: unknown;
  /** When the data left Torii, as the host states it (ISO instant); null when the host does not say. */
  readonly storedAt: string | null;
}

/** A tool as the server or host lists it. Pages are never shown schemas. */
export interface OfferedTool {
  readonly name: string;
  readonly description?: string;
  readonly inputSchema?: JsonObject;
  readonly annotations?: { readonly readOnlyHint?: boolean; readonly destructiveHint?: boolean };
}

/** What is known of one argument of a tool on this server. */
export interface ArgumentForm {
  /** JSON Schema type names that the argument may have; empty when the server does not say. */
  readonly types: readonly string[];
  /** The values it may take, where the schema lists them. */
  readonly values: readonly string[];
  readonly maximum: number | null;
  readonly description: string;
}

/** The arguments that a tool takes on this server, by key. */
export type ArgumentForms = Readonly<Record<string, ArgumentForm>>;

export interface ToolBridge {
  readonly host: Host;
  /** Rows a page that this host passes on whole; absent = as many as Torii serves. */
  readonly largestPage?: number;
  /** Of rows that a model copied before they came here: how many totals of Torii's confirm each list. */
  readonly copied?: ReadonlyMap<Source, number>;
  call(tool: ReadTool, args: JsonObject, options?: CallOptions): Promise<ToolReply | ToolFailure>;
  listTools?(): Promise<readonly OfferedTool[] | ToolFailure>;
  /** The arguments a tool takes here; null when nothing is known and every argument is a guess. */
  argumentsOf?(tool: ReadTool): Promise<ArgumentForms | null>;
}

/**
 * What a host gives us at the very bottom: a wire name and arguments go in, whatever the host
 * returns comes out, rejections included. Only the guard may hold one of these.
 */
export type RawCall = (wireName: string, args: JsonObject, options: CallOptions) => Promise<unknown>;

/** Time comes in from outside so that budgets and deadlines can be tested without waiting. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
