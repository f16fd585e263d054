/** One file of a package, before it is zipped: `path` is relative, with `/`, and never leaves its root. */
export interface PackedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** True for scripts that a person or a host starts directly. */
  readonly executable?: boolean;
}

/** A file of text, in UTF-8. */
export function textFile(path: string, text: string): PackedFile {
  return { path, bytes: new TextEncoder().encode(text) };
}
