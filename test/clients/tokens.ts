/**
 * How many tokens a text is to a model. The tokenizers of today's Claude models are not public, so this is
 * a proxy: o200k of gpt-tokenizer, in an exact version, installed on demand.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { tool } from './tool.ts';

const VERSION = '4.0.0';

export const proxy = `o200k_base of gpt-tokenizer ${VERSION}`;

export async function tokenCounter(): Promise<(text: string) => number> {
  const folder = await tool('gpt-tokenizer', VERSION);
  const load = createRequire(join(folder, 'package.json'));
  const tokenizer = load('gpt-tokenizer/encoding/o200k_base') as { encode(text: string): number[] };
  return (text) => tokenizer.encode(text).length;
}
