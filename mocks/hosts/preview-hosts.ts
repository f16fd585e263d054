/** The hosts a preview reproduces, each with the sandbox it puts around a page. */

export type PreviewHost = 'cowork' | 'claude' | 'mcp-app' | 'sandboxed';

export interface PreviewHostFacts {
  readonly label: string;
  /** Value of the frame's `sandbox` attribute. */
  readonly sandbox: string;
  /** Policy inside the frame. */
  readonly policy: string;
  /** Sandbox and policy of a page of several files, which has an origin of its own; null = one file only. */
  readonly several: { readonly sandbox: string; readonly policy: string } | null;
  /** Color schemes the host knows. */
  readonly schemes: 'light' | 'light dark';
  /** File of the bundled script that defines the host's object inside the frame. */
  readonly shim: string | null;
}

const closed = [
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  "connect-src 'none'",
  "worker-src 'none'",
  "frame-src 'none'",
  "object-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
];
const ownStyle = ["style-src 'unsafe-inline'", "img-src 'self' data:", "font-src 'self' data:"];
const webFonts = [
  "style-src 'unsafe-inline' https://fonts.googleapis.com",
  "img-src 'self' data:",
  'font-src https://fonts.gstatic.com data:',
];
/** The host also admits a few script hosts; the page uses none, so they are closed here. */
const ownFiles = [
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
];
const links = 'allow-popups allow-popups-to-escape-sandbox';

export const previewHosts: Readonly<Record<PreviewHost, PreviewHostFacts>> = {
  cowork: {
    label: 'live artifact',
    // The origin is shared, so storage works; links open outside.
    sandbox: `allow-scripts allow-same-origin ${links}`,
    policy: [...closed, ...ownStyle].join('; '),
    several: null,
    schemes: 'light',
    shim: 'shim-cowork.js',
  },
  claude: {
    label: 'published artifact',
    sandbox: `allow-scripts ${links}`,
    policy: [...closed, ...webFonts].join('; '),
    several: {
      sandbox: `allow-scripts allow-same-origin ${links}`,
      policy: [...closed.filter((rule) => !/^(script|connect)-src/.test(rule)), ...ownFiles].join('; '),
    },
    schemes: 'light dark',
    shim: 'shim-claude.js',
  },
  'mcp-app': {
    label: 'view of a server',
    // An opaque origin, as behind the proxy of the real hosts; links go through the host.
    sandbox: 'allow-scripts',
    policy: [...closed, ...ownStyle].join('; '),
    several: null,
    schemes: 'light dark',
    shim: null,
  },
  sandboxed: {
    label: 'sandboxed page',
    // An opaque origin: storage throws.
    sandbox: 'allow-scripts',
    policy: [...closed, ...ownStyle].join('; '),
    several: null,
    schemes: 'light dark',
    shim: null,
  },
};

export function isPreviewHost(name: string): name is PreviewHost {
  return Object.hasOwn(previewHosts, name);
}
