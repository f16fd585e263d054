import { quoteForShell, type CompletionPlace } from './words.ts';

/** Completion for zsh: the same as for bash, with what each word means beside it. */
export function zshCompletion(program: string, places: readonly CompletionPlace[]): string {
  const name = `_${program.replaceAll('-', '_')}`;
  const known = places.filter(({ path }) => path !== '').map(({ path }) => quoteForShell(path));
  return `#compdef ${program}
# Completion of ${program} for zsh: source this after compinit, or save it as ${name} in a folder of $fpath.
${name}() {
  local place="" next word
  local -a choices
  for word in "\${(@)words[2,CURRENT-1]}"; do
    next="\${place:+$place }$word"
    case "$next" in
      ${known.join('|')}) place="$next" ;;
    esac
  done
  case "$place \${words[CURRENT-1]}" in
${places.flatMap(valueCases).join('\n')}
  esac
  case "$place" in
${places.map(placeCase).join('\n')}
  esac
  _describe ${quoteForShell(program)} choices || _files
}
compdef ${name} ${program}
`;
}

function valueCases({ path, options }: CompletionPlace): string[] {
  return options
    .filter(({ valued }) => valued)
    .map(({ name, choices }) => {
      const action =
        choices.length === 0
          ? '_files'
          : `choices=(${choices.map(quoteForShell).join(' ')}); _describe value choices`;
      return `    ${quoteForShell(`${path} ${name}`)}) ${action}; return ;;`;
    });
}

function placeCase({ path, commands, options, values }: CompletionPlace): string {
  const described = [...commands, ...options].map((word) => describedWord(word.name, word.description));
  return `    ${quoteForShell(path)}) choices=(${[...values.map(quoteForShell), ...described].join(' ')}) ;;`;
}

/** A colon ends the word. */
function describedWord(name: string, description: string): string {
  return quoteForShell(`${name.replaceAll(':', String.raw`\:`)}:${description}`);
}
