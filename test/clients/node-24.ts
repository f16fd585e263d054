import { join } from 'node:path';
import { tool } from './tool.ts';

/** A Node for tools that need more than ours: the npm package `node` carries the binary. */
export async function node24(): Promise<string> {
  const folder = await tool('node', '24.9.0');
  return join(folder, 'node_modules', 'node', 'bin', 'node');
}
