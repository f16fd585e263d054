/**
 * The command line, the only door of this room: nothing of it is for other rooms.
 * In: the arguments of the process. Out: results on standard output, the rest on standard error, an exit code.
 */
import { run } from './program/program.ts';
import { terminalOver } from './terminal/terminal.ts';

// A reader that goes away (`… | head`) is not an error here.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
}

process.exitCode = await run(
  process.argv.slice(2),
  terminalOver(process.stdout, process.stderr, process.stdin),
);
