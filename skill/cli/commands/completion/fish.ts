import { type CompletionPlace } from './words.ts';

/** Completion for fish: one line for each word, under the condition of its place. */
export function fishCompletion(program: string, places: readonly CompletionPlace[]): string {
  const at = `__${program.replaceAll('-', '_')}_place`;
  const known = places.filter(({ path }) => path !== '').map(({ path }) => quotedFish(path));
  const lines = places.flatMap((place) => placeLines(program, at, place));
  return `# Completion of ${program} for fish: save it as ~/.config/fish/completions/${program}.fish.
function ${at}
    set -l place ''
    set -l words (commandline -opc)
    for word in $words[2..-1]
        set -l next (string trim -- "$place $word")
        if contains -- $next ${known.join(' ')}
            set place $next
        end
    end
    test "$place" = "$argv[1]"
end
${lines.join('\n')}
`;
}

function placeLines(
  program: string,
  at: string,
  { path, commands, options, values }: CompletionPlace,
): string[] {
  const start = `complete -c ${program} -n ${quotedFish(`${at} "${path}"`)}`;
  return [
    ...commands.map(({ name, description }) => `${start} -f -a ${name} -d ${quotedFish(description)}`),
    ...(values.length === 0 ? [] : [`${start} -f -a ${quotedFish(values.join(' '))}`]),
    ...options.map(({ name, description, valued, choices }) => {
      const value =
        choices.length === 0 ? (valued ? ' -r -F' : '') : ` -x -a ${quotedFish(choices.join(' '))}`;
      return `${start} -l ${name.replace('--', '')} -d ${quotedFish(description)}${value}`;
    }),
  ];
}

function quotedFish(text: string): string {
  return `'${text.replaceAll('\\', String.raw`\\`).replaceAll("'", String.raw`\'`)}'`;
}
