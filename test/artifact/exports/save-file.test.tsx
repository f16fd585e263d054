import { describe, expect, it, vi } from 'vitest';
import { saveFile } from '../../../artifact/exports/files/save-file.ts';
import { createDownloads, type DownloadedFile } from '../../../mocks/hosts/downloads.ts';

const csv = { name: 'apps.csv', type: 'text/csv', data: 'a,b\r\n' };

/** A window that is framed, as every host's is, with what the host puts into it. */
function host(given: object): Window {
  return Object.assign(Object.create(window), { parent: {} }, given);
}

describe('a file for the person', () => {
  it('goes through the downloads of the host, as text where csv is off', async () => {
    const kept: DownloadedFile[] = [];
    const downloads = createDownloads((file) => kept.push(file));
    const page = host({
      claude: { use: (name: string) => Promise.resolve(name === 'downloads' ? downloads : null) },
    });
    expect(await saveFile(csv, page)).toEqual({ ok: true, name: 'apps.csv.txt' });
    expect(kept).toEqual([{ filename: 'apps.csv.txt', data: csv.data }]);
    expect(await saveFile({ ...csv, name: 'brief.md' }, page)).toEqual({ ok: true, name: 'brief.md' });
  });

  it.each([
    ['declined', 'The download was declined.'],
    ['too_large', 'The file is too large for this host.'],
    ['unavailable', ''],
  ])('says when it was %s', async (code, reason) => {
    const save = vi.fn<() => Promise<void>>(() => Promise.reject(Object.assign(new Error(code), { code })));
    const page = host({ claude: { use: () => Promise.resolve({ save }) } });
    expect(await saveFile(csv, page)).toEqual({ ok: false, reason });
    expect(save).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['a host without downloads', { claude: { use: () => Promise.resolve(null) } }],
    ['a host whose downloads throw', { claude: { use: () => Promise.reject(new Error('no')) } }],
    ['an older host', { claude: { mcp: {} } }],
    ['a live artifact', { cowork: { callMcpTool: () => {} } }],
    ['a frame without any host', {}],
  ])('is left to the copy box in %s', async (_, given) => {
    expect(await saveFile(csv, host(given))).toEqual({ ok: false, reason: '' });
  });
});
