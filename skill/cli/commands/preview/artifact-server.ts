/**
 * A published artifact as its host serves it: several files on an origin of their own, on the loopback
 * interface only. The page reaches nothing but these files; its calls go through the window around it.
 */
import { createServer } from 'node:http';
import { frameDocument, KEY_PARAMETER, rootOf } from '../../../../mocks/hosts/frame-document.ts';
import { previewHosts } from '../../../../mocks/hosts/preview-hosts.ts';
import { pageFiles } from '../../../report/pages.ts';
import { placedPage } from '../../../report/pages.ts';
import { builtFile } from '../../files/built-file.ts';
import { listenOnLoopback } from '../../../node/listen.ts';
import type { PreviewPage } from './files.ts';
import type { PreviewServer } from './server.ts';

interface Served {
  readonly type: string;
  readonly body: string;
}

/** @param framedBy origin of the only window that may frame the page, once it is known */
export async function startArtifact(page: PreviewPage, framedBy: () => string): Promise<PreviewServer> {
  let port = 0;
  const server = createServer(({ headers, url = '/' }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://127.0.0.1');
    const isOwn = headers.host === `127.0.0.1:${port}`;
    servedAt(isOwn ? pathname : '', searchParams, page)
      .catch((error: unknown) => ({ type: 'text/plain; charset=utf-8', body: String(error) }))
      .then(
        (served) => {
          if (served === null) return response.writeHead(404).end();
          const kept = {
            'content-type': served.type,
            'cache-control': 'no-store',
            'content-security-policy': `frame-ancestors ${framedBy()}`,
          };
          return response.writeHead(200, kept).end(served.body);
        },
        () => response.destroy(),
      );
  });
  port = await listenOnLoopback(server, 0);
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function servedAt(path: string, query: URLSearchParams, page: PreviewPage): Promise<Served | null> {
  if (path === '/') return { type: 'text/html; charset=utf-8', body: await entryOf(query, page) };
  if (path === `/${pageFiles.program}`)
    return { type: 'text/javascript', body: await builtFile(pageFiles.program) };
  if (path === `/${pageFiles.style}`) return { type: 'text/css', body: await builtFile(pageFiles.style) };
  const { tenant } = await placed(page);
  if (path !== `/${pageFiles.tenant}` || tenant === null) return null;
  return { type: 'application/json', body: tenant };
}

/** The shell as the host wraps it. */
async function entryOf(query: URLSearchParams, page: PreviewPage): Promise<string> {
  const { several, shim } = previewHosts.claude;
  return frameDocument({
    host: 'claude',
    html: (await placed(page)).shell,
    shim: shim === null ? '' : await builtFile(`hosts/${shim}`),
    receipt: '',
    root: rootOf(query),
    key: query.get(KEY_PARAMETER) ?? '',
    policy: several?.policy,
  });
}

async function placed({ mapping, asOf }: PreviewPage): Promise<{ shell: string; tenant: string | null }> {
  const page = placedPage(await builtFile('index.html'), { mapping, asOf });
  if (page === null) throw new Error('The built page has no configuration block.');
  return page;
}
