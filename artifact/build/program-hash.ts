/**
 * Vite plugin: writes the sha256 of the built program into the command line, which can then tell whether
 * the program beside it is the one it was built with.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { unknownHash } from '../../skill/package/publish.ts';

/** @param environment is built after the program */
export function programHash(environment: string, program: string): Plugin {
  return {
    name: 'program-hash',
    applyToEnvironment: ({ name }) => name === environment,
    renderChunk(code) {
      const hash = createHash('sha256').update(readFileSync(program)).digest('hex');
      const parts = code.split(unknownHash);
      if (parts.length !== 2)
        this.error(`The place of the program's hash is there ${parts.length - 1} times.`);
      return { code: parts.join(hash), map: null };
    },
  };
}
