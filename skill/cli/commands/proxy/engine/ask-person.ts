/** Forms for the person, through the client where it can show them (MCP elicitation). */
import type { Server } from '@modelcontextprotocol/sdk/server/index.js';
import type { PersonForm } from '../../../../server/person.ts';
import { isJsonObject } from '../../../../torii/json.ts';
import type { AskForm } from './person-calls.ts';

/** A person may have to look a figure up before they answer. */
const PATIENCE_MS = 600_000;

/** Null where the client shows no forms. */
export function askThrough(server: Server): AskForm | null {
  if (server.getClientCapabilities()?.elicitation === undefined) return null;
  return async (form, signal) => {
    const result = await server.elicitInput(requestOf(form), { signal, timeout: PATIENCE_MS });
    if (result.action !== 'accept') return null;
    return isJsonObject(result.content) ? result.content : {};
  };
}

function requestOf({ message, fields, required }: PersonForm) {
  return {
    mode: 'form' as const,
    message,
    requestedSchema: { type: 'object' as const, properties: { ...fields }, required: [...required] },
  };
}
