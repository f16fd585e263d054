/**
 * Replies out of what a host keeps of a session: the files that the capture hook writes, and the session's
 * transcript. Each comes with what was asked, which its own text does not say.
 *
 * In: files of any kind. Out: one file a reply, in the order of the session, the others as they are. Replies of
 * tools that list nothing, and of other servers, are left out silently: they were not meant to be read.
 */
import { isJsonObject, type JsonObject, type JsonValue, parsedJson } from '../base/json.ts';
import type { ReadTool } from '../base/catalog.ts';
import { readToolNamed, splitWireName } from '../base/wire-name.ts';
import type { RecordedRequest, SavedFile } from './saved-file.ts';

/** Tools whose replies are read from files; the others are answers to one question. */
const listing: ReadonlySet<ReadTool> = new Set<ReadTool>([
  'list_apps',
  'list_contracts',
  'list_users',
  'list_app_users',
  'list_transactions',
  'get_app_fields',
  'get_contract_fields',
  'get_user_fields',
  'get_organization',
]);

export function unpackedFiles(files: readonly SavedFile[]): SavedFile[] {
  return files.flatMap((file) => hookReply(file) ?? transcriptReplies(file) ?? [file]);
}

/** One call as the capture hook was told of it; null where the file is something else. */
function hookReply({ name, text }: SavedFile): SavedFile[] | null {
  if (!text.startsWith('{') || !text.includes('"tool_response"')) return null;
  const event = parsedJson(text);
  if (!isJsonObject(event) || event['hook_event_name'] !== 'PostToolUse') return null;
  const asked = askedOf(event['tool_name'], event['tool_input'], event['session_id']);
  return asked === null ? [] : [{ name, text: textOf(event['tool_response']), asked }];
}

interface Call {
  readonly asked: RecordedRequest;
  readonly name: string;
}

/** Every reply in a session's record, one line a message; null where the file is something else. */
function transcriptReplies({ name, text }: SavedFile): SavedFile[] | null {
  if (!text.startsWith('{') || !text.includes('"tool_result"') || !text.includes('"tool_use"')) return null;
  const lines = text
    .split('\n')
    .filter((line) => line.includes('"tool_use"') || line.includes('"tool_result"'));
  const messages = lines.map(parsedJson).filter(isJsonObject);
  const parts = messages.flatMap((message) => partsOf(message).map((part) => ({ message, part })));
  if (parts.length === 0) return null;
  const calls = new Map<unknown, Call>();
  const replies: SavedFile[] = [];
  for (const { message, part } of parts) {
    const asked = askedOf(part['name'], part['input'], message['sessionId'] ?? message['session_id']);
    if (part['type'] === 'tool_use' && asked !== null) {
      calls.set(part['id'], { asked, name: asked.tool });
    }
    const call = part['type'] === 'tool_result' ? calls.get(part['tool_use_id']) : undefined;
    if (call === undefined) continue;
    const order = String(replies.length + 1).padStart(4, '0');
    replies.push({
      name: `${name}#${order} ${call.name}`,
      text: replyText(message, part),
      asked: call.asked,
    });
  }
  return replies;
}

function partsOf(line: JsonObject): JsonObject[] {
  const { message } = line;
  const content = isJsonObject(message) ? message['content'] : undefined;
  return Array.isArray(content) ? content.filter(isJsonObject) : [];
}

/** The whole result is kept beside the message, also where the model was shown a notice in its place. */
function replyText(message: JsonObject, part: JsonObject): string {
  const whole = message['toolUseResult'];
  return textOf(whole === undefined || typeof whole === 'string' ? part['content'] : whole);
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

function askedOf(
  name: JsonValue | undefined,
  input: JsonValue | undefined,
  session: JsonValue | undefined,
): RecordedRequest | null {
  if (typeof name !== 'string' || !name.startsWith('mcp__')) return null;
  const { server, tool } = splitName(name);
  if (tool === null || !listing.has(tool)) return null;
  return {
    tool,
    server,
    input: isJsonObject(input) ? input : {},
    session: typeof session === 'string' ? session : '',
  };
}

/** A connector's name may hold the separator too: then the tool is what follows the last one. */
function splitName(name: string): { server: string; tool: ReadTool | null } {
  const { prefix, name: tool } = splitWireName(name);
  const found = readToolNamed(tool);
  if (found !== null) return { server: prefix, tool: found };
  const last = name.lastIndexOf('__') + 2;
  return { server: name.slice(0, last), tool: readToolNamed(name.slice(last)) };
}
