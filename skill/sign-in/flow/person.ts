/** Who signs in, as the flow can reach them. */
export interface SignInPrompts {
  /** Brings the person to the page where they consent. */
  browse(address: URL): Promise<void>;
  /** What they paste where the browser runs on another machine, address or code; null where nothing comes. */
  typed(signal: AbortSignal): Promise<string | null>;
  /** Says something to them that needs no answer. */
  told(sentence: string): void;
  readonly patienceMs: number;
}
