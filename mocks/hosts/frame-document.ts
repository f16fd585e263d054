import { KEY_NAME } from '../../artifact/bridge/parent-frame.ts';
import { previewHosts, type PreviewHost } from './preview-hosts.ts';

/** By which the address of a page that has an origin of its own carries the key. */
export const KEY_PARAMETER = 'preview-key';

export interface FrameParts {
  readonly host: PreviewHost;
  /** A full document or a fragment. */
  readonly html: string;
  /** Bundled script that defines the host's object; empty = none. */
  readonly shim: string;
  /** The receipt of a live artifact; empty = none. */
  readonly receipt: string;
  /** Attributes of the root element, by which a host tells the page its theme. */
  readonly root: Readonly<Record<string, string>>;
  /** What the page proves itself with to the window around it. */
  readonly key: string;
  /** Another policy than that of a page in one file. */
  readonly policy?: string | undefined;
}

/**
 * The page as the host frames it: the receipt after the doctype, then the policy and the host's
 * object before any script of the page. A fragment is wrapped as the publishing host does.
 */
export function frameDocument({ host, html, shim, receipt, root, key, policy: other }: FrameParts): string {
  const rules = other ?? previewHosts[host].policy;
  const policy = `<meta http-equiv="Content-Security-Policy" content="${rules}">`;
  const proof = `<meta name="${KEY_NAME}" content="${key.replaceAll(/[^\w-]/g, '')}">`;
  const script = shim === '' ? '' : `<script>${shim.replaceAll(/<\/(script)/gi, '<\\/$1')}</script>`;
  const attributes = Object.entries(root).map(([name, value]) => ` ${name}="${value}"`);
  return (/<html[\s>]/i.test(html) ? html : skeleton(html))
    .replace(/<!doctype[^>]*>/i, (doctype) => doctype + receipt)
    .replace(/<html/i, (open) => open + attributes.join(''))
    .replace(/<head[^>]*>/i, (open) => open + policy + proof + script);
}

function skeleton(fragment: string): string {
  return `<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"></head>\n<body>\n${fragment}\n</body>\n</html>\n`;
}

/** What the published host writes on the root: its theme, and here also the form of its object. */
export function rootOf(query: URLSearchParams): Record<string, string> {
  const theme = query.get('theme');
  return {
    ...((theme === 'light' || theme === 'dark') && { 'data-theme': theme }),
    ...(query.get('form') === 'older' && { 'data-host-form': 'older' }),
  };
}
