/** What leaves the page: a text, or an image, under a name. */
export interface ExportFile {
  /** With its extension. */
  readonly name: string;
  readonly type: string;
  readonly data: string | Blob;
  /** What to ask of Claude with it: then it is shown to be copied, and not saved. */
  readonly request?: string;
}

export interface ExportChoice {
  readonly label: string;
  /** Null where there is nothing to save, as when it was printed. */
  readonly make: () => ExportFile | Promise<ExportFile> | null;
}

/** The forms in which one thing can leave. */
export interface ExportGroup {
  readonly title: string;
  readonly choices: readonly ExportChoice[];
}
