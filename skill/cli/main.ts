/** Entry of the command line: arguments in, exit code out. */
import { run } from './program.ts';
import { terminalOver } from './terminal/terminal.ts';

// A reader that goes away (`… | head`) is not an error here.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
}

process.exitCode = await run(
  process.argv.slice(2),
  terminalOver(process.stdout, process.stderr, process.stdin),
);
