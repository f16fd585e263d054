import { ClaudeError } from './claude-error.ts';

export interface DownloadedFile {
  readonly filename: string;
  readonly data: unknown;
}

export interface DownloadsCapability {
  save(file: DownloadedFile): Promise<void>;
}

/** Extensions that are on unless an administrator says otherwise. */
const ENABLED = ['txt', 'json', 'md', 'png', 'pdf'];
const KNOWN = [...ENABLED, 'csv', 'html', 'svg', 'xlsx', 'ics'];
const LARGEST_CHARACTERS = 16 * 1024 * 1024;

/** The published host's downloads: csv and its like are refused, text is saved. */
export function createDownloads(onSave: (file: DownloadedFile) => void): DownloadsCapability {
  return Object.freeze({
    save: async (file: DownloadedFile) => {
      const extension = /\.([a-z0-9]+)$/i.exec(file.filename)?.[1]?.toLowerCase() ?? '';
      if (!KNOWN.includes(extension))
        throw new ClaudeError('rejected_extension', `.${extension} is not saved.`);
      if (!ENABLED.includes(extension))
        throw new ClaudeError('extension_not_enabled', `.${extension} is off.`);
      if (String(file.data).length > LARGEST_CHARACTERS)
        throw new ClaudeError('too_large', 'The file is too large.');
      onSave(file);
    },
  });
}
