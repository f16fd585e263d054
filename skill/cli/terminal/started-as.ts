import { basename, relative } from 'node:path';
import { shellWord } from './shell-word.ts';

/** What the program is called where it is installed; examples and remedies are written with it. */
export const programName = 'saas-rationalization';

/** Names of the program as one file, which is run by Node. */
const scripts = ['cli.mjs', `${programName}.mjs`];

/** The words with which this program was started, so that what it tells people to type can be typed. */
export function startedAs(script: string | undefined = process.argv[1], folder = process.cwd()): string {
  if (script === undefined || !scripts.includes(basename(script))) return programName;
  const near = relative(folder, script);
  const path = near.startsWith('..') ? script : near;
  // A path of Windows is one word with its backslashes.
  return `node ${/^[\w.:\\-]+$/.test(path) ? path : shellWord(path)}`;
}

/** A text for people, its commands as this program was started. */
export function asStarted(text: string, command: string = startedAs()): string {
  return text.replaceAll(/(?<![\w/.@-])saas-rationalization(?= (?:[a-z]|\[))/g, () => command);
}
