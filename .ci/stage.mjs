/**
 * One step of making a checkout ready, as a person sees it: what is going on and for how long, in one line.
 * What the program behind it prints is kept, and shown only where it fails.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * @param {string} title
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<void>} ends the process where the step fails
 */
export async function runStage(title, command, args) {
  const begun = Date.now();
  const { stop } = showTime(title, begun);
  const { code, output } = await outputOf(command, args);
  stop();
  if (code === 0) return console.error(`${title}: ${seconds(begun)}`);
  console.error(`${title} failed after ${seconds(begun)}. "${command} ${args.join(' ')}" said:\n${output}`);
  process.exit(1);
}

/**
 * Counts the seconds on a terminal; a log gets a line at the end alone.
 * @param {string} title
 * @param {number} begun
 */
function showTime(title, begun) {
  if (!process.stderr.isTTY) return { stop: () => {} };
  const show = () => process.stderr.write(`\r\u001b[2K${title}: ${seconds(begun)}`);
  show();
  const timer = setInterval(show, 500);
  return {
    stop: () => {
      clearInterval(timer);
      process.stderr.write('\r\u001b[2K');
    },
  };
}

/** @param {number} begun */
function seconds(begun) {
  return `${((Date.now() - begun) / 1000).toFixed(1)} s`;
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function outputOf(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && command === 'npm',
    });
    let output = '';
    /** @param {Buffer} part */
    const keep = (part) => {
      output += part.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('close', (code) => resolve({ code, output }));
  });
}
