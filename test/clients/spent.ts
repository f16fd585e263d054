/**
 * What a conversation cost: the tokens of everything that passed through the model after the person's first
 * words, in both directions, as its last request holds it.
 */
import { basename } from 'node:path';
import type { Block, MessagesRequest } from './messages-endpoint.ts';
import { textOf } from './messages-endpoint.ts';

/** Tokens by where they come from: "the skill", a tool, "said by the model", or "said by the host". */
export type Spent = ReadonlyMap<string, number>;

export function spentIn(request: MessagesRequest, count: (text: string) => number): Spent {
  const spent = new Map<string, number>();
  for (const [source, text] of piecesOf(request)) {
    spent.set(source, (spent.get(source) ?? 0) + count(text));
  }
  return spent;
}

/** Every text that the model was shown, as it was shown. */
export function shownIn({ messages }: MessagesRequest): string {
  return messages
    .flatMap(({ content }) => (typeof content === 'string' ? [content] : content.map(textIn)))
    .join('\n');
}

function piecesOf({ messages }: MessagesRequest): [string, string][] {
  const callers = new Map<string, string>();
  return messages.slice(1).flatMap(({ role, content }) =>
    blocksOf(content).map((block): [string, string] => {
      if (block.type === 'tool_use') callers.set(block.id ?? '', callerOf(block));
      const text = textIn(block);
      if (block.type === 'tool_result') return [callers.get(block.tool_use_id ?? '') ?? '?', text];
      return [text.includes('## The read-only rule') ? 'the skill' : `said by the ${speaker(role)}`, text];
    }),
  );
}

/** The tool, and the name of the file where it reads one. */
function callerOf({ name = '', input }: Block): string {
  const path = /"file_path":"([^"]+)"/.exec(JSON.stringify(input))?.[1];
  return name === 'Read' && path !== undefined ? `Read ${basename(path)}` : name;
}

function blocksOf(content: MessagesRequest['messages'][number]['content']): readonly Block[] {
  return typeof content === 'string' ? [{ type: 'text', text: content }] : content;
}

function speaker(role: string): string {
  return role === 'assistant' ? 'model' : 'host';
}

function textIn(block: Block): string {
  if (block.type === 'tool_use') return JSON.stringify(block.input);
  return block.type === 'tool_result' ? textOf(block.content) : (block.text ?? '');
}
