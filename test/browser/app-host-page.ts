/**
 * A host of MCP Apps, made of the official host library: frames the view as the server handed it out, under the
 * policy of the standard, passes its calls on, and keeps what it asked for.
 */
import { AppBridge, PostMessageTransport } from '@modelcontextprotocol/ext-apps/app-bridge';

type Result = Awaited<ReturnType<NonNullable<AppBridge['oncalltool']>>>;

export interface ViewOptions {
  readonly html: string;
  readonly theme: 'light' | 'dark';
  readonly width: number;
  readonly variables: Readonly<Record<string, string>>;
  readonly modes: readonly ('inline' | 'fullscreen')[];
  /** Has a larger place, and does not give it. */
  readonly refuses: boolean;
  /** The call that opens the view, which the host tells it of. */
  readonly opening: { readonly args: Record<string, unknown>; readonly result: Result };
}

/** What the view asked of the host, in order. */
export interface Asked {
  readonly sizes: { readonly width?: number | undefined; readonly height?: number | undefined }[];
  readonly calls: string[];
  readonly messages: string[];
  readonly contexts: string[];
  readonly links: string[];
  readonly files: string[];
  readonly modes: string[];
  initialized: number;
}

declare global {
  interface Window {
    callServer: (name: string, args: object) => Promise<Result>;
    asked: Asked;
    openView: (options: ViewOptions) => Promise<void>;
    changeTheme: (theme: 'light' | 'dark') => void;
    tearDown: () => Promise<object>;
  }
}

const policy =
  "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'none'";

window.asked = {
  sizes: [],
  calls: [],
  messages: [],
  contexts: [],
  links: [],
  files: [],
  modes: [],
  initialized: 0,
};

window.openView = async ({ html, theme, width, variables, modes, refuses, opening }) => {
  const { asked } = window;
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.title = 'view';
  // As hosts keep it until the view is ready.
  Object.assign(frame.style, { width: `${width}px`, height: '0', border: '0', visibility: 'hidden' });
  document.body.append(frame);
  const view = frame.contentWindow;
  if (view === null) throw new Error('The frame has no window.');
  const offered = {
    openLinks: {},
    downloadFile: {},
    serverTools: {},
    message: { text: {} },
    updateModelContext: { text: {} },
  };
  const context = {
    theme,
    styles: { variables },
    displayMode: 'inline' as const,
    availableDisplayModes: [...modes],
  };
  const bridge = new AppBridge(null, { name: 'test host', version: '1.0.0' }, offered, {
    // The library names every variable of the standard; a host sends those it has.
    hostContext: context as ConstructorParameters<typeof AppBridge>[3] extends { hostContext?: infer C }
      ? C
      : never,
  });
  bridge.oncalltool = ({ name, arguments: args = {} }) => {
    asked.calls.push(name);
    return window.callServer(name, args);
  };
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- the library has no other way to answer
  bridge.onmessage = async ({ content }) => {
    asked.messages.push(JSON.stringify(content));
    return {};
  };
  bridge.onupdatemodelcontext = async ({ content = [] }) => {
    asked.contexts.push(content.map((block) => ('text' in block ? block.text : '')).join('\n'));
    return {};
  };
  bridge.onopenlink = async ({ url }) => {
    asked.links.push(url);
    return {};
  };
  bridge.ondownloadfile = async ({ contents }) => {
    asked.files.push(JSON.stringify(contents));
    return {};
  };
  bridge.addEventListener('initialized', () => {
    asked.initialized += 1;
    frame.style.visibility = 'visible';
    void bridge.sendToolInput({ arguments: opening.args });
    void bridge.sendToolResult(opening.result);
  });
  let isWhole = false;
  bridge.addEventListener('sizechange', (size) => {
    asked.sizes.push(size);
    if (!isWhole && size.height !== undefined) frame.style.height = `${size.height}px`;
  });
  bridge.onrequestdisplaymode = async ({ mode }) => {
    asked.modes.push(mode);
    if (refuses) return { mode: 'inline' };
    isWhole = mode === 'fullscreen';
    Object.assign(frame.style, isWhole ? { width: '100vw', height: '100vh' } : { width: `${width}px` });
    void bridge.sendHostContextChange({ displayMode: mode });
    return { mode };
  };
  window.changeTheme = (next) => void bridge.sendHostContextChange({ theme: next });
  window.tearDown = () => bridge.teardownResource({});
  await bridge.connect(new PostMessageTransport(view, view));
  frame.srcdoc = html.replace(
    '<head>',
    `<head><meta http-equiv="Content-Security-Policy" content="${policy}">`,
  );
};
