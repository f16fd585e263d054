import type { HostSettings } from './host-page.ts';
import { isPreviewHost, previewHosts } from './preview-hosts.ts';

/** The discreet line above the frame: what is previewed, and the way to the other hosts. */
export function hostBar(document: Document, settings: HostSettings, search: string): HTMLElement {
  const bar = document.createElement('header');
  const sentence = document.createElement('span');
  sentence.textContent = `Preview host: ${previewHosts[settings.host].label} · ${settings.source} · read-only`;
  const others = document.createElement('nav');
  others.setAttribute('aria-label', 'Preview hosts');
  others.append(
    ...Object.keys(previewHosts)
      .filter(isPreviewHost)
      .map((host) => {
        const link = document.createElement('a');
        link.href = settings.addresses[host] + search;
        link.textContent = previewHosts[host].label;
        if (host === settings.host) link.setAttribute('aria-current', 'page');
        return link;
      }),
  );
  bar.append(sentence, others);
  return bar;
}

export const barStyle = `
html, body { margin: 0; height: 100%; }
body { display: flex; flex-direction: column; background: Canvas; color: CanvasText; }
header { display: flex; flex-wrap: wrap; gap: 2px 16px; justify-content: space-between; padding: 4px 12px;
  font: 12px/24px system-ui, sans-serif; border-bottom: 1px solid color-mix(in srgb, CanvasText 15%, Canvas); }
nav { display: flex; flex-wrap: wrap; gap: 2px 12px; }
a { color: inherit; opacity: .75; }
a[aria-current] { text-decoration: none; font-weight: 600; opacity: 1; }
iframe { flex: 1; width: 100%; min-height: 0; margin: 0 auto; border: 0; }
`;
