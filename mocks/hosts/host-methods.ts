/**
 * What each preview host answers to the page it frames.
 *
 * In: the settings of the host page and the faults of its address. Out: methods for `answerFrame`.
 * Live and published artifacts are the mocks of the real hosts; a sandboxed page gets the connection
 * itself, with the time of each fetch.
 */
import type { Clock } from '../../skill/torii/bridge.ts';
import { createClaude } from '../claude.ts';
import { createCowork, fullNames } from '../cowork.ts';
import type { Methods } from './answer-frame.ts';
import type { MockMcp } from './mock-mcp.ts';
import { connectorTo } from './connector.ts';
import type { DownloadedFile } from './downloads.ts';
import { createFaultScript, withServerFaults } from './faults.ts';
import type { HostSettings } from './host-page.ts';
import { previewFaults } from './preview-faults.ts';

export interface HostContext {
  /** Address of the MCP endpoint, absolute. */
  readonly url: string;
  readonly clock: Clock;
  readonly faults: string;
  /** Older form of the published host. */
  readonly older: boolean;
  onSave(file: DownloadedFile): void;
}

export function methodsOf(settings: HostSettings, context: HostContext): Methods {
  if (settings.host === 'cowork') return coworkMethods(settings, context);
  return settings.host === 'claude'
    ? claudeMethods(settings, context)
    : { hello: async () => 'preview', ...previewMethods(context) };
}

function coworkMethods({ connectorId, grants }: HostSettings, { url, clock, faults }: HostContext): Methods {
  const cowork = createCowork({ url, clock, faults, connectorId, grants: fullNames(connectorId, grants) });
  return {
    callMcpTool: ([name, args]) => cowork.callMcpTool(String(name), args as object),
    askClaude: ([prompt]) => cowork.askClaude(String(prompt)),
    runScheduledTask: ([id]) => cowork.runScheduledTask(String(id)),
  };
}

function claudeMethods({ connectorName, grants }: HostSettings, context: HostContext): Methods {
  const claude = createClaude({ ...context, server: connectorName, grants });
  const capability = async (name: string): Promise<unknown> => {
    if ('use' in claude) return claude.use(name);
    return name === 'mcp' ? claude.mcp : null;
  };
  const mcp = async (): Promise<MockMcp> => (await capability('mcp')) as MockMcp;
  return {
    use: async ([name]) => (await capability(String(name))) !== null,
    callTool: async ([server, tool, input, options], signal) =>
      (await mcp()).callTool(String(server), String(tool), input as object, { ...Object(options), signal }),
    listTools: async () => (await mcp()).listTools(),
    invalidate: async () => (await mcp()).invalidate(),
    save: async ([file]) => {
      const downloads = (await capability('downloads')) as {
        save(file: DownloadedFile): Promise<void>;
      } | null;
      return downloads?.save(file as DownloadedFile);
    },
  };
}

/** The connection itself: its tools, and its calls with the time of each. */
export function previewMethods({
  url,
  clock,
  faults,
}: Pick<HostContext, 'url' | 'clock' | 'faults'>): Readonly<Record<'tools' | 'call', Methods[string]>> {
  const script = createFaultScript(faults);
  const connector = connectorTo(withServerFaults(url, script));
  return {
    tools: async () =>
      (await connector.tools())
        .filter(({ name }) => !script.stands('ungranted', name))
        .map(({ name, inputSchema, annotations }) => ({ name, inputSchema, annotations })),
    call: async ([name, args], signal) => {
      const fault = script.next(String(name));
      const strike = fault === null ? undefined : previewFaults[fault];
      const answer = async (): Promise<unknown> => {
        const reply = await connector.call(String(name), args as object, signal);
        return { ...Object(reply), cache: { storedAt: clock.now(), revalidating: false } };
      };
      return strike ? strike(answer) : answer();
    },
  };
}
