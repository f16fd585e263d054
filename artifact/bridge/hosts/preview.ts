/**
 * The preview: calls go by message to the window around the page, which fetches.
 *
 * In: a channel whose parent has already answered the handshake. Out: a `ToolBridge`. The parent
 * answers with the server's own result, with the time it fetched it in `cache.storedAt`, or rejects.
 */
import { type OfferedTool, type ToolBridge, openBridge } from '../../../skill/torii/bridge.ts';
import { failure, type ToolFailure } from '../../../skill/torii/failure.ts';
import { isJsonObject } from '../../../skill/torii/json.ts';
import type { AskParent } from './ask-parent.ts';
import { previewFailure } from './preview-failure.ts';
import type { BridgeSettings } from '../base/settings.ts';
import { storedAtOf } from '../base/stored-at.ts';

export interface PreviewSettings extends BridgeSettings {
  readonly ask: AskParent;
}

const DEADLINE_MS = 60_000;

export function previewBridge(settings: PreviewSettings): ToolBridge {
  const { ask, clock } = settings;
  return openBridge({
    host: 'preview',
    raw: (name, args, { signal, fresh }) => ask('call', [name, args, { fresh: fresh === true }], signal),
    clock,
    deadlineMs: settings.deadlineMs ?? DEADLINE_MS,
    wireNames: () => offered(ask),
    prefix: '',
    failureOf: previewFailure,
    storedAtOf,
    ...(settings.dialect && { dialect: settings.dialect }),
    ...(settings.onCall && { onCall: settings.onCall }),
  });
}

async function offered(ask: AskParent): Promise<readonly OfferedTool[] | ToolFailure> {
  try {
    const tools = await ask('tools', []);
    if (!Array.isArray(tools)) return failure('host-fault', null, 'The preview did not list its tools.');
    return tools.flatMap(toolIn);
  } catch (thrown) {
    return { ...previewFailure(thrown, 'list_apps'), tool: null };
  }
}

function toolIn(tool: unknown): OfferedTool[] {
  if (!isJsonObject(tool) || typeof tool['name'] !== 'string') return [];
  const { name, inputSchema, annotations } = tool;
  return [
    {
      name,
      ...(isJsonObject(inputSchema) && { inputSchema }),
      ...(isJsonObject(annotations) && { annotations }),
    },
  ];
}
