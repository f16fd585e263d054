/**
 * The script of a preview host: frames the dashboard in the host's sandbox, answers its calls over
 * `/mcp` on this origin, and shows a line that says what is previewed.
 *
 * In, from the address: `fault` (mocks/hosts/faults.ts), `theme=light|dark` (published artifact, view),
 * `form=older` (published artifact), `width` in pixels of the pane. The page inside can fetch nothing.
 */
import { fullNames, receiptBlock } from '../cowork.ts';
import { answerFrame, type Methods } from './answer-frame.ts';
import { answerView, viewStyle } from './answer-view.ts';
import { barStyle, hostBar } from './bar.ts';
import { browserClock } from './browser-clock.ts';
import type { DownloadedFile } from './downloads.ts';
import { frameDocument, KEY_PARAMETER, rootOf } from './frame-document.ts';
import { methodsOf } from './host-methods.ts';
import { HOST_SETTINGS_ID, type HostSettings } from './host-page.ts';
import { previewHosts } from './preview-hosts.ts';

const settings = JSON.parse(document.getElementById(HOST_SETTINGS_ID)?.textContent ?? '') as HostSettings;
const query = new URLSearchParams(location.search);
const faults = query.get('fault') ?? '';
const older = query.get('form') === 'older';

const style = document.createElement('style');
style.textContent = `:root { color-scheme: ${previewHosts[settings.host].schemes}; }${barStyle}${viewStyle}`;
document.head.append(style);

const frame = document.createElement('iframe');
frame.title = settings.title;
// Of what the older form of the host publishes, the page is one file.
const artifactUrl = older ? null : settings.artifactUrl;
const { several, sandbox } = previewHosts[settings.host];
frame.setAttribute('sandbox', artifactUrl === null ? sandbox : (several?.sandbox ?? sandbox));
const width = Number(query.get('width'));
if (width > 0) frame.style.maxWidth = `${width}px`;

// Known to the framed document alone.
const key = crypto.randomUUID();
const url = new URL('mcp', location.href).href;
const methods = methodsOf(settings, { url, clock: browserClock, faults, older, onSave: save });
const shown = settings.host === 'mcp-app' ? viewIn(methods) : frame;
if (settings.host !== 'mcp-app') answerFrame(window, frame, key, methods);
if (artifactUrl === null) frame.srcdoc = framed(settings);
else frame.src = artifactAddress(artifactUrl);
document.body.append(hostBar(document, settings, location.search), shown);

function viewIn({ call }: Methods): HTMLElement {
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
  const theme = query.get('theme') ?? (isDark ? 'dark' : 'light');
  if (call === undefined) throw new Error('A view has nothing to call.');
  return answerView(window, frame, { call, theme: theme === 'dark' ? 'dark' : 'light', onSave: save });
}

function artifactAddress(base: string): string {
  const parameters = new URLSearchParams(location.search);
  parameters.set(KEY_PARAMETER, key);
  return `${base}/?${parameters.toString()}${plainName(location.hash)}`;
}

/** Of an address, the host hands a plain name on to the page, and nothing else. */
function plainName(hash: string): string {
  return /^#[\w-]+$/.test(hash) ? hash : '';
}

function framed({ host, dashboardHtml, connectorId, grants, shim }: HostSettings): string {
  const granted = fullNames(connectorId, grants);
  return frameDocument({
    host,
    html: dashboardHtml,
    shim,
    receipt: host === 'cowork' ? receiptBlock({ grants: granted, faults }) : '',
    root: host === 'claude' ? rootOf(query) : {},
    // A view proves itself by the handshake.
    key: host === 'mcp-app' ? '' : key,
  });
}

function save({ filename, data }: DownloadedFile): void {
  const link = document.createElement('a');
  link.download = filename;
  link.href = URL.createObjectURL(data instanceof Blob ? data : new Blob([data as BlobPart]));
  link.click();
  URL.revokeObjectURL(link.href);
}
