/** Replies as hosts make and mangle them. */

interface TextReply {
  readonly content: readonly { readonly type: 'text'; readonly text: string }[];
  readonly isError?: true;
}

export function said(words: string): TextReply {
  return { content: [{ type: 'text', text: words }] };
}

/** A refusal that resolves. */
export function refused(words: string): TextReply {
  return { ...said(words), isError: true };
}

export function isErrorReply(reply: unknown): boolean {
  return Object(reply).isError === true;
}

/** What imitating hosts pass on: the payload without its envelope. */
export function bare(reply: unknown): unknown {
  const words = textsIn(reply).join('');
  try {
    return JSON.parse(words);
  } catch {
    return words;
  }
}

/** What imitating hosts pass on: text parts that do not say they are text. */
export function untyped(reply: unknown): object {
  return { ...Object(reply), content: textsIn(reply).map((text) => ({ text })) };
}

function textsIn(reply: unknown): string[] {
  const content: unknown = Object(reply).content;
  return Array.isArray(content) ? content.map((part) => String(Object(part).text ?? '')) : [];
}
