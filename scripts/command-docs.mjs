// @ts-check
// The manual page and the completions of the command line, all of them out of the description of the commands by which
// the program itself reads its arguments.
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from './load-core.mjs';

/**
 * Every generated file of the command line.
 *
 * @param {readonly string[]} rules ids of rules, which are completed where a rule is asked for
 */
export async function commandDocs(rules) {
  const { programOf, Output, EXAMPLES } = await loadProgram();
  const program = programOf(
    new Output(
      () => undefined,
      () => undefined,
    ),
  );
  const commands = program.commands.map((command) => describe(command, EXAMPLES, rules));
  return {
    'docs/nianbao.1': manual(program.description(), commands),
    'completions/nianbao.bash': bash(commands),
    'completions/_nianbao': zsh(commands),
    'completions/nianbao.fish': fish(commands),
    'completions/nianbao.ps1': powershell(commands),
  };
}

/** The command line as a module in memory; nothing is written. */
async function loadProgram() {
  const { outputFiles } = await build({
    stdin: {
      contents: `export * from './server/src/cli/program'; export * from './server/src/cli/output'; export { EXAMPLES } from './server/src/cli/help';`,
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['./exchange.js'],
    alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
  });
  const file = path.join(root, 'dist', 'command-docs.cjs');
  const module = { exports: {} };
  new Function('require', 'module', 'exports', '__filename', '__dirname', outputFiles[0].text)(
    createRequire(file),
    module,
    module.exports,
    file,
    path.dirname(file),
  );
  return /** @type {any} */ (module.exports);
}

function describe(command, examples, rules) {
  const name = command.name();
  return {
    name,
    usage: `nianbao ${name} ${command.usage()}`,
    words: command.description(),
    options: command.options.map((option) => ({
      long: option.long,
      short: option.short ?? '',
      words: option.description,
      takesValue: option.required || option.optional,
      choices: option.long === '--rule' ? rules : choicesIn(option.description),
      isFile: /<(?:file|dir|summary)>/.test(option.flags),
    })),
    // The words that stand behind the options, where they are no files.
    operands: command.registeredArguments.some((one) => one.name() === 'rule') ? rules : [],
    examples: examples[name] ?? [],
  };
}

/** “…: text, json” names all values that an option takes. */
const choicesIn = (words) =>
  (/: ([A-Za-z][\w-]*(?:, [\w-]+)*)(?= \(|$)/.exec(words)?.[1] ?? '').split(', ').filter(Boolean);

function manual(description, commands) {
  const roff = (text) =>
    text
      .replace(/\\/g, '\\e')
      .replace(/-/g, '\\-')
      .replace(/^([.'])/gm, '\\&$1');
  const lines = [
    '.TH NIANBAO 1',
    '.SH NAME',
    `nianbao \\- ${roff(description)}`,
    '.SH SYNOPSIS',
    ...commands.flatMap(({ usage }) => [roff(usage), '.br']),
  ];
  for (const { name, words, options, examples } of commands) {
    lines.push(`.SH ${name.toUpperCase()}`, roff(words));
    for (const { long, short, takesValue, words: about } of options)
      lines.push(
        '.TP',
        `.B ${roff([short, long].filter(Boolean).join(', '))}${takesValue ? ' \\fIVALUE\\fR' : ''}`,
        roff(about),
      );
    for (const { line, zh, en } of examples) lines.push('.PP', `.B ${roff(line)}`, '.br', roff(`${zh} (${en})`));
  }
  lines.push(
    '.SH EXIT STATUS',
    roff(
      '0 没有达到级别的问题 (clean), 1 有问题或不一致 (findings or differences), 2 用法不对或未能读写 (wrong use, or something could not be read or written), 3 程序出错 (an error of the program)',
    ),
  );
  return `${lines.join('\n')}\n`;
}

function bash(commands) {
  const cases = commands.flatMap(({ name, options }) =>
    options
      .filter(({ choices }) => choices.length > 0)
      .map(
        ({ long, choices }) =>
          `    "${name} ${long}") COMPREPLY=($(compgen -W "${choices.join(' ')}" -- "$word")); return ;;`,
      ),
  );
  const own = commands.map(
    ({ name, options, operands }) =>
      `    ${name}) words="${options.map(({ long }) => long).join(' ')} --help" operands="${operands.join(' ')}" ;;`,
  );
  return `# bash completion for nianbao
_nianbao() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD - 1]}" command="\${COMP_WORDS[1]}" words="" operands=""
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')} --help --version" -- "$word"))
    return
  fi
  case "$command $before" in
${cases.join('\n')}
  esac
  case "$command" in
${own.join('\n')}
  esac
  if [[ "$word" == -* ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$word"))
  else
    COMPREPLY=($(compgen -W "$operands" -- "$word"))
  fi
}
complete -o default -o bashdefault -F _nianbao nianbao
`;
}

function zsh(commands) {
  const text = (words) => words.replace(/'/g, "'\\''").replace(/[[\]:]/g, '\\$&');
  const entries = commands.map(({ name, words }) => `    '${name}:${text(words)}'`);
  const cases = commands.map(({ name, options, operands }) => {
    const lines = options.map(({ long, words, takesValue, choices, isFile }) => {
      const value = !takesValue
        ? ''
        : `:value:${choices.length > 0 ? `(${choices.join(' ')})` : isFile ? '_files' : ''}`;
      return `        '${long}[${text(words)}]${value}'`;
    });
    return `    ${name})\n      _arguments \\\n${[...lines, operands.length > 0 ? `        '1:value:(${operands.join(' ')})'` : "        '*:file:_files'"].join(' \\\n')}\n      ;;`;
  });
  return `#compdef nianbao
# zsh completion for nianbao
_nianbao() {
  local -a commands=(
${entries.join('\n')}
  )
  if ((CURRENT == 2)); then
    _describe 'command' commands
    return
  fi
  local command="\${words[2]}"
  shift words
  ((CURRENT--))
  case "$command" in
${cases.join('\n')}
  esac
}
# What is loaded for a completion has to make it, too.
if [[ "\$funcstack[1]" == _nianbao ]]; then
  _nianbao "$@"
else
  compdef _nianbao nianbao
fi
`;
}

function fish(commands) {
  const text = (words) => `'${words.replace(/[\\']/g, '\\$&')}'`;
  const lines = commands.flatMap(({ name, words, options, operands }) => [
    `complete -c nianbao -n __fish_use_subcommand -f -a ${name} -d ${text(words)}`,
    ...(operands.length > 0
      ? [`complete -c nianbao -n '__fish_seen_subcommand_from ${name}' -f -a ${text(operands.join(' '))}`]
      : []),
    ...options.map(({ long, words: about, takesValue, choices, isFile }) => {
      const value = !takesValue
        ? ''
        : choices.length > 0
          ? ` -x -a ${text(choices.join(' '))}`
          : isFile
            ? ' -r -F'
            : ' -x';
      return `complete -c nianbao -n '__fish_seen_subcommand_from ${name}' -l ${long.slice(2)}${value} -d ${text(about)}`;
    }),
  ]);
  return `# fish completion for nianbao\n${lines.join('\n')}\n`;
}

function powershell(commands) {
  const text = (words) => `'${words.replace(/'/g, "''")}'`;
  const table = commands.map(({ name, words, options, operands }) => {
    const own = options.map(
      ({ long, words: about, choices }) =>
        `      @{ Name = ${text(long)}; About = ${text(about)}; Values = @(${choices.map(text).join(', ')}) }`,
    );
    return `    ${text(name)} = @{ About = ${text(words)}; Operands = @(${operands.map(text).join(', ')}); Options = @(\n${own.join('\n')}\n    ) }`;
  });
  return `# PowerShell completion for nianbao
Register-ArgumentCompleter -Native -CommandName nianbao -ScriptBlock {
  param($word, $ast, $cursor)
  $commands = [ordered]@{
${table.join('\n')}
  }
  $written = @($ast.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursor } | ForEach-Object { $_.ToString() })
  if ($written.Count -lt 2) {
    $commands.Keys | Where-Object { $_ -like "$word*" } | ForEach-Object {
      [System.Management.Automation.CompletionResult]::new($_, $_, 'Command', $commands[$_].About)
    }
    return
  }
  $options = $commands[$written[1]].Options
  $before = $options | Where-Object { $_.Name -eq $written[-1] }
  if ($before -and $before.Values.Count -gt 0) {
    $before.Values | Where-Object { $_ -like "$word*" } | ForEach-Object {
      [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
    }
    return
  }
  $commands[$written[1]].Operands | Where-Object { $_ -like "$word*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
  $options | Where-Object { $_.Name -like "$word*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_.Name, $_.Name, 'ParameterName', $_.About)
  }
}
`;
}
