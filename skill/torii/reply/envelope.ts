/**
 * Opens whatever a host or server puts around a reply: MCP results, JSON-RPC messages, content
 * arrays, event streams, plain text, or nothing at all.
 *
 * In: the raw value as it came. Out: the JSON bodies inside, best witness first, and the words
 * around them. Never throws.
 */
import { isJsonObject } from '../base/json.ts';
import { jsonIn } from '../base/json-text.ts';

export interface Opened {
  /** Candidate bodies, the most trustworthy first. */
  readonly bodies: readonly unknown[];
  /** Text that is not JSON: error words, notices, chatter. */
  readonly prose: string;
  /** The text stops in the middle of a value. */
  readonly cut: boolean;
  /** The sender itself says that the call failed. */
  readonly isError: boolean;
}

const nothing: Opened = { bodies: [], prose: '', cut: false, isError: false };

/** Envelopes inside envelopes deeper than this are not opened. */
const DEEPEST = 6;

function partText(part: unknown): string {
  if (!isJsonObject(part)) return '';
  if (typeof part['text'] === 'string') return part['text'];
  const resource = part['resource'];
  return isJsonObject(resource) && typeof resource['text'] === 'string' ? resource['text'] : '';
}

/** Some hosts leave `type` out of their text parts. */
function isPart(item: unknown): boolean {
  if (!isJsonObject(item)) return false;
  const { type } = item;
  if (type === undefined) return typeof item['text'] === 'string' && Object.keys(item).length <= 2;
  return type === 'text' || type === 'resource' || type === 'image' || type === 'resource_link';
}

function isContent(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.length > 0 && value.every(isPart);
}

/** A saved event stream keeps each message on its own `data:` lines. */
function withoutEventLines(text: string): string {
  if (!/^(?:event|data|id):/.test(text)) return text;
  return text
    .split(/\r?\n/)
    .filter((line) => line.startsWith('data:'))
    .map((line) => line.slice(5).trim())
    .join('\n');
}

function openText(text: string, depth: number): Opened {
  const { values, prose, cut } = jsonIn(withoutEventLines(text));
  return values.map((value) => open(value, depth + 1)).reduce(merged, { ...nothing, prose, cut });
}

function merged(left: Opened, right: Opened): Opened {
  return {
    bodies: [...left.bodies, ...right.bodies],
    prose: [left.prose, right.prose].filter((text) => text !== '').join('\n'),
    cut: left.cut || right.cut,
    isError: left.isError || right.isError,
  };
}

/** Parts are joined without a separator: one JSON text may be spread over several of them. */
function openParts(parts: readonly unknown[], depth: number): Opened {
  // Joining copies: a page of rows comes as one part of half a megabyte.
  const text = parts.length === 1 ? partText(parts[0]) : parts.map(partText).join('');
  return openText(text, depth);
}

function isResult({ content, structuredContent, isError }: Readonly<Record<string, unknown>>): boolean {
  const empty = Array.isArray(content) && content.length === 0;
  return isContent(content) || empty || structuredContent !== undefined || isError === true;
}

/** What a tool result states apart from its text; an error with neither speaks through its own keys. */
function statedBodies(raw: Readonly<Record<string, unknown>>): unknown[] {
  const { content, structuredContent, payload, isError } = raw;
  const stated = [structuredContent, payload].filter((value) => typeof value === 'object' && value !== null);
  return stated.length === 0 && content === undefined && isError === true ? [raw] : stated;
}

function openObject(raw: Readonly<Record<string, unknown>>, depth: number): Opened | null {
  if ('jsonrpc' in raw && ('result' in raw || 'error' in raw)) {
    if (raw['error'] === undefined || raw['error'] === null) return open(raw['result'], depth + 1);
    return { ...nothing, bodies: [{ error: raw['error'] }], isError: true };
  }
  if (isPart(raw) && raw['isError'] !== true) return openParts([raw], depth);
  if (!isResult(raw)) return null;
  const { content, isError, text } = raw;
  const parts = isContent(content) ? content : typeof text === 'string' ? [raw] : [];
  return merged(
    { ...nothing, bodies: statedBodies(raw), isError: isError === true },
    openParts(parts, depth),
  );
}

function open(raw: unknown, depth: number): Opened {
  if (raw === undefined || raw === null || depth > DEEPEST) return nothing;
  if (typeof raw === 'string') return openText(raw, depth);
  if (isContent(raw)) return openParts(raw, depth);
  const opened = isJsonObject(raw) ? openObject(raw, depth) : null;
  if (opened !== null) return opened;
  return typeof raw === 'object' ? { ...nothing, bodies: [raw] } : { ...nothing, prose: typeof raw };
}

/** Opens a raw reply down to its bodies. */
export function openEnvelope(raw: unknown): Opened {
  return open(raw, 0);
}
