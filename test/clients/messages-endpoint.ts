/**
 * A stand-in for Anthropic's Messages API on the loopback address, with a model that says what a test
 * wants it to.
 *
 * In: a script that looks at a request, with the tools offered and the results so far, and answers with
 * text and tool calls. Out: the address and every request as it came. Answers stream where that is
 * asked for. Requests without tools, such as for a title of the session, are answered with a word.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';

export type Said =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'tool_use'; readonly name: string; readonly input: object };

export interface Block {
  readonly type: string;
  readonly text?: string;
  readonly id?: string;
  readonly name?: string;
  readonly input?: unknown;
  readonly tool_use_id?: string;
  readonly is_error?: boolean;
  readonly content?: string | readonly Block[];
}

export interface MessagesRequest {
  readonly model: string;
  readonly stream?: boolean;
  readonly system?: string | readonly Block[];
  readonly tools?: readonly { readonly name: string; readonly description?: string }[];
  readonly messages: readonly { readonly role: string; readonly content: string | readonly Block[] }[];
}

export interface MessagesEndpoint {
  readonly url: string;
  readonly requests: readonly MessagesRequest[];
}

/** What the model says next. */
export type Script = (request: MessagesRequest) => readonly Said[];

/** Listens until the test is over. */
export async function messagesEndpoint(script: Script): Promise<MessagesEndpoint> {
  const requests: MessagesRequest[] = [];
  const server = createServer((request, response) => {
    void answer(request, response, requests, script);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The endpoint has no port.');
  return { url: `http://127.0.0.1:${address.port}`, requests };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  requests: MessagesRequest[],
  script: Script,
): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://endpoint').pathname;
  if (path === '/v1/messages/count_tokens') return json(response, { input_tokens: 1 });
  if (request.method !== 'POST' || path !== '/v1/messages') return void response.writeHead(404).end();
  const asked = JSON.parse(await bodyOf(request)) as MessagesRequest;
  requests.push(asked);
  const said = saidBy(script, asked);
  if (said instanceof Error) return refusal(response, said);
  const message = messageOf(asked.model, said, requests.length);
  if (asked.stream !== true) return json(response, message);
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const event of eventsOf(message)) {
    response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
  }
  response.end();
}

/** A script that cannot go on says why. */
function saidBy(script: Script, asked: MessagesRequest): readonly Said[] | Error {
  if ((asked.tools ?? []).length === 0) return [{ type: 'text', text: 'ok' }];
  try {
    return script(asked);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Ends the conversation at once: a request that is wrong is not sent a second time. */
function refusal(response: ServerResponse, { message }: Error): void {
  const body = { type: 'error', error: { type: 'invalid_request_error', message } };
  response.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString();
}

function json(response: ServerResponse, body: object): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

const usage = { input_tokens: 1, output_tokens: 1 };

function messageOf(model: string, said: readonly Said[], number: number) {
  return {
    id: `msg_${number}`,
    type: 'message',
    role: 'assistant',
    model,
    content: said.map((one, index) =>
      one.type === 'text' ? one : { ...one, id: `toolu_${number}_${index}` },
    ),
    stop_reason: said.some(({ type }) => type === 'tool_use') ? 'tool_use' : 'end_turn',
    stop_sequence: null,
    usage,
  };
}

/** The same message in the events in which it streams. */
function eventsOf(
  message: ReturnType<typeof messageOf>,
): { readonly type: string; readonly [key: string]: unknown }[] {
  const { content, stop_reason, stop_sequence } = message;
  return [
    { type: 'message_start', message: { ...message, content: [], stop_reason: null } },
    ...content.flatMap((block, index) => [
      {
        type: 'content_block_start',
        index,
        content_block: block.type === 'text' ? { ...block, text: '' } : { ...block, input: {} },
      },
      {
        type: 'content_block_delta',
        index,
        delta:
          block.type === 'text'
            ? { type: 'text_delta', text: block.text }
            : { type: 'input_json_delta', partial_json: JSON.stringify(block.input) },
      },
      { type: 'content_block_stop', index },
    ]),
    { type: 'message_delta', delta: { stop_reason, stop_sequence }, usage },
    { type: 'message_stop' },
  ];
}

export interface ToolAnswer {
  readonly tool: string;
  readonly text: string;
  readonly isError: boolean;
}

/** What came back for each tool call of a conversation, in order. */
export function toolAnswers({ messages }: MessagesRequest): ToolAnswer[] {
  const blocks = messages.flatMap(({ content }) => (typeof content === 'string' ? [] : content));
  const names = new Map(blocks.flatMap(({ type, id, name }) => (type === 'tool_use' ? [[id, name]] : [])));
  return blocks
    .filter(({ type }) => type === 'tool_result')
    .map(({ tool_use_id: id, is_error: isError = false, content }) => ({
      tool: names.get(id) ?? '',
      text: textOf(content),
      isError,
    }));
}

export function textOf(content: Block['content']): string {
  if (content === undefined || typeof content === 'string') return content ?? '';
  return content.map(({ text = '' }) => text).join('\n');
}

/** A model that makes these calls one after the other, whatever comes back, and then ends. */
export function callsInTurn(calls: readonly { readonly name: string; readonly input: object }[]): Script {
  return (request) => {
    const next = calls[toolAnswers(request).length];
    return next === undefined ? [{ type: 'text', text: 'Done.' }] : [{ type: 'tool_use', ...next }];
  };
}
