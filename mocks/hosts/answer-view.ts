/**
 * A host of MCP Apps around a view: a card in a conversation, or the whole window once the view asks for it.
 *
 * In: the frame, a way to call the server's tools, and what to do with a file. Out: the element to show. What the
 * view says to Claude, and what it tells of its screen, is written under it as a conversation would have it.
 */
import { errorMessage } from '../../skill/torii/failure.ts';
import { isJsonObject, type JsonObject } from '../../skill/torii/json.ts';
import type { Methods } from './answer-frame.ts';
import type { DownloadedFile } from './downloads.ts';

export interface ViewHost {
  readonly call: Methods[string];
  readonly theme: 'light' | 'dark';
  readonly onSave: (file: DownloadedFile) => void;
}

type Answer = (params: JsonObject) => unknown;

export function answerView(window: Window, frame: HTMLIFrameElement, host: ViewHost): HTMLElement {
  const { document } = window;
  const place = document.createElement('main');
  const said = document.createElement('section');
  const screen = document.createElement('pre');
  place.className = 'conversation';
  keepDocument(document);
  place.append(frame, said, screen);
  const send = (message: JsonObject): void =>
    frame.contentWindow?.postMessage({ jsonrpc: '2.0', ...message }, '*');
  const show = (mode: unknown): JsonObject => {
    place.className = mode === 'fullscreen' ? 'whole' : 'conversation';
    send({ method: 'ui/notifications/host-context-changed', params: { displayMode: modeOf(place) } });
    return { mode: modeOf(place) };
  };
  window.addEventListener('keydown', ({ key }) => key === 'Escape' && show('inline'));
  const answers: Answers = {
    ...answersOfHost(window, host),
    'ui/request-display-mode': ({ mode }) => show(mode),
    'ui/message'({ content }) {
      const line = document.createElement('p');
      line.textContent = `You: ${textOf(content)}`;
      said.append(line);
      return {};
    },
    'ui/update-model-context'({ content }) {
      screen.textContent = textOf(content);
      return {};
    },
  };
  window.addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    if (source !== frame.contentWindow || !isJsonObject(data) || data['jsonrpc'] !== '2.0') return;
    const { id, method, params } = data;
    const given = isJsonObject(params) ? params : {};
    if (typeof method !== 'string') return;
    if (id !== undefined) void answerTo(answers[method], given).then((outcome) => send({ id, ...outcome }));
    else if (method === 'ui/notifications/size-changed') frame.style.height = `${Number(given['height'])}px`;
  });
  return place;
}

type Answers = Readonly<Record<string, Answer>>;

/** What is answered without a change on the screen. */
function answersOfHost(window: Window, host: ViewHost): Answers {
  return {
    'ui/initialize': ({ protocolVersion = '' }) => ({
      protocolVersion,
      hostInfo: { name: 'preview', version: '1' },
      hostCapabilities: {
        openLinks: {},
        downloadFile: {},
        serverTools: {},
        message: { text: {} },
        updateModelContext: { text: {} },
      },
      hostContext: {
        theme: host.theme,
        displayMode: 'inline',
        availableDisplayModes: ['inline', 'fullscreen'],
      },
    }),
    'tools/call': ({ name, arguments: args }) => host.call([name, args], new AbortController().signal),
    'ui/open-link'({ url }) {
      const isWeb = typeof url === 'string' && /^https?:/.test(url);
      if (isWeb) window.open(url, '_blank', 'noopener');
      return { isError: !isWeb };
    },
    'ui/download-file'({ contents }) {
      const files = filesIn(contents);
      for (const file of files) host.onSave(file);
      return { isError: files.length === 0 };
    },
  };
}

/** Result or error, as JSON-RPC has them. */
async function answerTo(known: Answer | undefined, params: JsonObject): Promise<JsonObject> {
  if (known === undefined) return { error: { code: -32_601, message: 'Method not found' } };
  try {
    return { result: JSON.parse(JSON.stringify((await known(params)) ?? null)) };
  } catch (thrown) {
    return { error: { code: -32_603, message: errorMessage(thrown) } };
  }
}

/** A frame outlives its document, and the protocol has no key: no other page may be shown in it. */
function keepDocument(document: Document): void {
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = "frame-src 'none'";
  document.head.append(policy);
}

function modeOf({ className }: HTMLElement): string {
  return className === 'whole' ? 'fullscreen' : 'inline';
}

function textOf(content: unknown): string {
  const blocks = Array.isArray(content) ? content.filter(isJsonObject) : [];
  return blocks.map(({ text }) => (typeof text === 'string' ? text : '')).join('\n');
}

function filesIn(contents: unknown): DownloadedFile[] {
  const blocks = Array.isArray(contents) ? contents.filter(isJsonObject) : [];
  return blocks.flatMap(({ resource }): DownloadedFile[] => {
    const { uri, text, blob } = isJsonObject(resource) ? resource : {};
    const filename = typeof uri === 'string' ? uri.replace('file:///', '') : 'file';
    if (typeof text === 'string') return [{ filename, data: text }];
    if (typeof blob !== 'string') return [];
    return [{ filename, data: new Blob([Uint8Array.from(atob(blob), (sign) => sign.charCodeAt(0))]) }];
  });
}

/** The view fills the window in full screen; in a conversation it is as high as it says. */
export const viewStyle = `
main.conversation { overflow: auto; width: 100%; max-width: 680px; margin: 0 auto; padding: 24px 16px; box-sizing: border-box; }
main.conversation iframe { flex: none; border: 1px solid color-mix(in srgb, CanvasText 15%, Canvas); border-radius: 12px; }
main.conversation :is(section, pre) { font: 13px/19px system-ui, sans-serif; white-space: pre-wrap; overflow-wrap: anywhere; }
main.conversation pre { opacity: .7; }
main.whole { display: flex; flex: 1; min-height: 0; }
main.whole iframe { height: 100% !important; }
main.whole :is(section, pre) { display: none; }
`;
