import { quoteForShell, type CompletionPlace } from './words.ts';

/** Completion for bash: words by place, values by option, files where a value is free. */
export function bashCompletion(program: string, places: readonly CompletionPlace[]): string {
  const name = `_${program.replaceAll('-', '_')}`;
  const known = places.filter(({ path }) => path !== '').map(({ path }) => quoteForShell(path));
  return `# Completion of ${program} for bash: source this, or put it into ~/.bashrc.
${name}() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" place="" next word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    next="\${place:+$place }$word"
    case "$next" in
      ${known.join('|')}) place="$next" ;;
    esac
  done
  case "$place $prev" in
${places.flatMap(valueCases).join('\n')}
  esac
  local words=""
  case "$place" in
${places.map(placeCase).join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
  [[ \${#COMPREPLY[@]} -eq 0 && "$cur" != -* ]] && COMPREPLY=($(compgen -f -- "$cur"))
  return 0
}
complete -o filenames -F ${name} ${program}
`;
}

function valueCases({ path, options }: CompletionPlace): string[] {
  return options
    .filter(({ valued }) => valued)
    .map(({ name, choices }) => {
      const from = choices.length === 0 ? '-f' : `-W ${quoteForShell(choices.join(' '))}`;
      return `    ${quoteForShell(`${path} ${name}`)}) COMPREPLY=($(compgen ${from} -- "$cur")); return 0 ;;`;
    });
}

function placeCase({ path, commands, options, values }: CompletionPlace): string {
  const words = [...commands.map(({ name }) => name), ...values, ...options.map(({ name }) => name)];
  return `    ${quoteForShell(path)}) words=${quoteForShell(words.join(' '))} ;;`;
}
