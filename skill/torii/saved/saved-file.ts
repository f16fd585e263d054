import type { ReadTool } from '../base/catalog.ts';
import type { JsonObject } from '../base/json.ts';

/** A reply of Torii's as somebody kept it. */
export interface SavedFile {
  readonly name: string;
  readonly text: string;
  /** Where the keeper says it: what was asked, and of whom. */
  readonly asked?: RecordedRequest;
}

export interface RecordedRequest {
  readonly tool: ReadTool;
  readonly input: JsonObject;
  /** What the connector is called in this session. */
  readonly server: string;
  readonly session: string;
}
