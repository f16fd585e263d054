import type { PreviewHost } from './preview-hosts.ts';

/** Id of the block by which the page tells its script what to frame. */
export const HOST_SETTINGS_ID = 'preview-host-settings';

export interface HostSettings {
  readonly host: PreviewHost;
  /** The page in one file. */
  readonly dashboardHtml: string;
  /** Where the page of several files is served; null in hosts that take one file. */
  readonly artifactUrl: string | null;
  readonly title: string;
  /** UUID or slug under which the live-artifact host spells the connector. */
  readonly connectorId: string;
  /** Display name under which the published host knows it. */
  readonly connectorName: string;
  /** Tools granted, by the server's own names. */
  readonly grants: readonly string[];
  /** Where the data comes from, for the bar: "demo tenant", or the server's address. */
  readonly source: string;
  /** Text of the bundled shim of this host; empty where the host has no object. */
  readonly shim: string;
  /** Addresses of the preview hosts. */
  readonly addresses: Readonly<Record<PreviewHost, string>>;
}

export interface HostPageOptions extends Pick<
  HostSettings,
  'host' | 'dashboardHtml' | 'title' | 'connectorId' | 'grants' | 'shim'
> {
  /** Text of the bundled host script (mocks/hosts/host.ts). */
  readonly script: string;
  readonly artifactUrl?: string | null;
  readonly connectorName?: string;
  readonly source?: string;
  readonly addresses?: HostSettings['addresses'];
}

const defaultAddresses = {
  cowork: 'cowork',
  claude: 'claude',
  'mcp-app': 'mcp-app',
  sandboxed: 'sandboxed',
} as const;

/** The window around the dashboard: one self-contained document; the script does the rest. */
export function hostPage({ script, ...options }: HostPageOptions): string {
  const settings: HostSettings = {
    artifactUrl: null,
    connectorName: 'Torii',
    source: 'demo tenant',
    addresses: defaultAddresses,
    ...options,
  };
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escaped(`${settings.title} – preview`)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<script type="application/json" id="${HOST_SETTINGS_ID}">${json(settings)}</script>
</head>
<body>
<script>${script.replaceAll(/<\/(script)/gi, '<\\/$1')}</script>
</body>
</html>
`;
}

/** Nothing inside the block may end it. */
function json(settings: HostSettings): string {
  return JSON.stringify(settings).replaceAll('<', '\\u003c');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
