/**
 * Options that a person typed behind `npm start` without `--`: npm takes those for settings of its own and hands
 * them on in the environment, a value after a blank as a word of its own.
 */

/** Options of `preview` that take a value. */
const valued = ['url', 'mapping', 'host', 'tenant', 'seed', 'port'];

/**
 * The arguments that were meant; null where npm has lost which value belongs to which option.
 * @param {readonly string[]} args what npm handed on
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {{ readonly swallowed: readonly string[], readonly meant: readonly string[] | null }}
 */
export function meantArguments(args, env) {
  const taken = valued.flatMap((name) => {
    const value = env[`npm_config_${name}`];
    return value === undefined ? [] : [{ name, value: value === 'true' ? null : value }];
  });
  const closed = env['npm_config_open'] === '' || env['npm_config_open'] === 'false' ? ['--no-open'] : [];
  const swallowed = [...taken.map(({ name }) => `--${name}`), ...closed];
  const open = taken.filter(({ value }) => value === null);
  const [first = '', ...rest] = args;
  // Of one option and one word it is clear what belongs together.
  if (open.length > 1 || (open.length === 1 && args.length === 0)) return { swallowed, meant: null };
  const whole = taken.flatMap(({ name, value }) => [`--${name}`, value ?? first]);
  return { swallowed, meant: [...whole, ...closed, ...(open.length === 1 ? rest : args)] };
}
