import type { PublishCalls } from '../../skill/package/publish/publish-call.ts';
import { command } from '../cli/command.ts';

/** The block that `fill` prints for the publisher of the page. */
export async function filledCalls(...args: readonly string[]): Promise<PublishCalls> {
  const { code, out, err } = await command('fill', ...args);
  if (code !== 0) throw new Error(err);
  return JSON.parse(/```json\n([\s\S]*)\n```/.exec(out)?.[1] ?? 'null');
}
