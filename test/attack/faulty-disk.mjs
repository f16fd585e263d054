/**
 * A disk that fails, loaded before the program (`node --import`): every write comes in three pieces, and at the
 * step that FAULT_AT names the process is killed (FAULT=kill), the disk is full from there on (FAULT=full), or another
 * program holds the file that is to be replaced (FAULT=busy).
 *
 * FAULT_COUNT names a file for the number of steps, so that every one of them can be tried.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const at = Number(process.env['FAULT_AT'] ?? 0);
const kind = process.env['FAULT'] ?? 'kill';
const pieces = 3;
const { writeFile, open } = fs.promises;
const { writeFileSync } = fs;
let steps = 0;

/** @param {unknown} path */
function full(path) {
  return Object.assign(new Error(`ENOSPC: no space left on device, write '${String(path)}'`), {
    code: 'ENOSPC',
  });
}

/**
 * @param {unknown} path
 * @param {boolean} needsSpace Renaming and removing need none.
 */
function step(path, needsSpace) {
  steps += 1;
  if (steps < at || at === 0) return;
  if (kind === 'kill' && steps === at) process.kill(process.pid, 'SIGKILL');
  // A full disk stays full.
  if (kind === 'full' && needsSpace) throw full(path);
}

/** @param {unknown} path */
function refuseHeld(path) {
  if (kind === 'busy' && steps === at)
    throw Object.assign(new Error(`EBUSY: resource busy or locked, rename '${String(path)}'`), {
      code: 'EBUSY',
    });
}

/**
 * @param {string} path
 * @param {string | Uint8Array} data
 * @param {{ mode?: number } | undefined} options
 */
async function inPieces(path, data, options) {
  const bytes = Buffer.from(data);
  const size = Math.ceil(bytes.length / pieces) || 1;
  step(path, true);
  const file = await open(path, 'w', options?.mode ?? 0o666);
  try {
    for (let from = 0; from < bytes.length; from += size) {
      step(path, true);
      await file.write(bytes.subarray(from, from + size));
    }
  } finally {
    await file.close();
  }
}

/**
 * @param {Record<string, unknown>} module
 * @param {string} name
 * @param {boolean} needsSpace
 */
function count(module, name, needsSpace) {
  const original = module[name];
  if (typeof original !== 'function') throw new Error(`There is no ${name}.`);
  module[name] = (/** @type {unknown[]} */ ...given) => {
    step(given[0], needsSpace);
    if (name.startsWith('rename')) refuseHeld(given[1]);
    return Reflect.apply(original, module, given);
  };
}

Object.assign(fs.promises, {
  writeFile: (
    /** @type {string} */ path,
    /** @type {string} */ data,
    /** @type {{ mode?: number }} */ options,
  ) => (typeof path === 'string' ? inPieces(path, data, options) : writeFile(path, data, options)),
});
const asynchronous = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (fs.promises));
for (const name of ['rename', 'chmod', 'rm']) count(asynchronous, name, false);
count(asynchronous, 'mkdir', true);
for (const name of ['renameSync', 'linkSync', 'rmSync', 'ftruncateSync']) count(fs, name, false);
for (const name of ['writeSync', 'copyFileSync']) count(fs, name, true);
syncBuiltinESMExports();

process.on('exit', () => {
  const counted = process.env['FAULT_COUNT'];
  if (counted !== undefined) writeFileSync(counted, String(steps));
});
