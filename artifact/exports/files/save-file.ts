/**
 * A file for the person, by whatever way the host leaves open.
 *
 * In: the file and the window. Out: the name it was saved under, or why it was not; then the caller
 * shows the text to copy. Hosts with a `downloads` capability may refuse an ending, and text is tried
 * instead, an image is not. A frame without it is not tried: a blocked download says nothing.
 */
import { isJsonObject } from '../../../skill/torii/json.ts';
import { hostFrameOf, type AppFile, type AppHost } from '../../bridge/app-host.ts';
import type { ExportFile } from './file.ts';

export type Saved =
  | { readonly ok: true; readonly name: string }
  /** Empty when the host offers no way at all. */
  | { readonly ok: false; readonly reason: string };

interface Downloads {
  save(file: { readonly filename: string; readonly data: string | Blob }): Promise<unknown>;
}

export async function saveFile(file: ExportFile, page: Window): Promise<Saved> {
  const app = hostFrameOf(page).getHost()?.host;
  if (app !== undefined) return saveThrough(app, file);
  const downloads = await downloadsOf(page);
  if (downloads !== null) return saveWith(downloads, file);
  if (!isBare(page)) return { ok: false, reason: '' };
  saveByLink(file, page.document);
  return { ok: true, name: file.name };
}

/** The host of an MCP App asks the person itself, and does not say why it did not save. */
async function saveThrough(app: AppHost, file: ExportFile): Promise<Saved> {
  if (!app.offers('downloadFile')) return { ok: false, reason: '' };
  return (await app.download(await appFileOf(file)))
    ? { ok: true, name: file.name }
    : { ok: false, reason: 'The download was declined.' };
}

async function appFileOf({ name, type, data }: ExportFile): Promise<AppFile> {
  if (typeof data === 'string') return { name, type, text: data };
  const bytes = new Uint8Array(await data.arrayBuffer());
  const signs = Array.from(bytes, (byte) => String.fromCharCode(byte));
  return { name, type, blob: btoa(signs.join('')) };
}

async function saveWith(downloads: Downloads, { name, data }: ExportFile): Promise<Saved> {
  const refused = await attempt(downloads, name, data);
  if (refused === null) return { ok: true, name };
  const asText = `${name}.txt`;
  if (
    typeof data !== 'string' ||
    !isAboutEnding(refused) ||
    (await attempt(downloads, asText, data)) !== null
  ) {
    return { ok: false, reason: sentenceOf(refused) };
  }
  return { ok: true, name: asText };
}

/** Null when saved, else what was thrown. */
async function attempt(downloads: Downloads, filename: string, data: string | Blob): Promise<unknown> {
  try {
    await downloads.save({ filename, data });
    return null;
  } catch (thrown) {
    return thrown ?? 'refused';
  }
}

function codeOf(thrown: unknown): unknown {
  return typeof thrown === 'object' && thrown !== null && 'code' in thrown ? thrown.code : null;
}

function isAboutEnding(thrown: unknown): boolean {
  const code = codeOf(thrown);
  return code === 'rejected_extension' || code === 'extension_not_enabled';
}

function sentenceOf(thrown: unknown): string {
  const code = codeOf(thrown);
  if (code === 'declined') return 'The download was declined.';
  if (code === 'too_large') return 'The file is too large for this host.';
  return code === 'rate_limited' ? 'This host asks to wait before the next download.' : '';
}

/** Longest wait for a capability; hosts answer late or never. */
const PATIENCE_MS = 10_000;

async function downloadsOf(page: Window): Promise<Downloads | null> {
  const claude: unknown = Reflect.get(page, 'claude');
  if (typeof claude !== 'object' || claude === null || !('use' in claude)) return null;
  const { use } = claude;
  if (typeof use !== 'function') return null;
  const late = new Promise<null>((resolve) => {
    page.setTimeout(() => resolve(null), PATIENCE_MS);
  });
  try {
    const given: unknown = await Promise.race([Reflect.apply(use, claude, ['downloads']), late]);
    return isDownloads(given) ? given : null;
  } catch {
    return null;
  }
}

function isDownloads(given: unknown): given is Downloads {
  return typeof given === 'object' && given !== null && typeof Reflect.get(given, 'save') === 'function';
}

/** A page of its own in a browser, where a link may save; inside any host it may not. */
function isBare(page: Window): boolean {
  return page.parent === page && !isJsonObject(Reflect.get(page, 'cowork')) && !('claude' in page);
}

function saveByLink({ name, type, data }: ExportFile, document: Document): void {
  const link = document.createElement('a');
  link.download = name;
  link.href = URL.createObjectURL(new Blob([data], { type }));
  link.click();
  URL.revokeObjectURL(link.href);
}
