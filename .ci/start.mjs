/** `npm start`: makes the checkout ready, then opens the dashboard in a browser. */
import { fileURLToPath } from 'node:url';
import { makeReady } from './checkout.mjs';
import { meantArguments } from './npm-options.mjs';

const args = process.argv.slice(2);
const { swallowed, meant } = meantArguments(args, process.env);
if (meant === null) {
  const example = swallowed.map((option) => (option === '--no-open' ? option : `${option} VALUE`)).join(' ');
  console.error(
    `npm took ${swallowed.join(' and ')} for itself. Put -- before them: npm start -- ${example}`,
  );
  process.exit(2);
}
if (swallowed.length > 0) {
  console.error(`npm took ${swallowed.join(' and ')} for itself; read as: npm start -- ${meant.join(' ')}`);
}
await makeReady({ tests: false });
const program = new URL('../dist/cli.mjs', import.meta.url);
process.argv.splice(1, args.length + 1, fileURLToPath(program), 'preview', ...meant);
await import(program.href);
