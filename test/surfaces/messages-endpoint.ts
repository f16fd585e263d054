/** A stand-in for the Messages API: keeps what it was asked, and answers from a script. */
import type { AddressInfo } from 'node:net';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

export interface Asked {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Record<string, unknown>;
}

export interface Endpoint {
  readonly origin: string;
  readonly asked: Asked[];
}

type Answer = { readonly content: readonly object[]; readonly stop_reason: string };

/** Answers the first request with the first answer, and so on; the last one is repeated. */
export async function messagesEndpoint(...answers: readonly Answer[]): Promise<Endpoint> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => void answer(request, response));
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = (await json(request)) as Record<string, unknown>;
    const reply = answers[Math.min(asked.length, answers.length - 1)];
    asked.push({ headers: request.headers, body });
    const usage = { input_tokens: 1, output_tokens: 1 };
    const message = { id: 'msg_1', type: 'message', role: 'assistant', model: 'stand-in', usage, ...reply };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(message));
  }
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

export function says(text: string): Answer {
  return { content: [{ type: 'text', text }], stop_reason: 'end_turn' };
}

/** The model asks for tools, as it would in one turn. */
export function uses(...calls: readonly { readonly name: string; readonly input: object }[]): Answer {
  const content = calls.map((call, index) => ({ type: 'tool_use', id: `toolu_${index}`, ...call }));
  return { content, stop_reason: 'tool_use' };
}
