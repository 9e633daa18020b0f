# bash completion for nianbao
_nianbao() {
  local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD - 1]}" command="${COMP_WORDS[1]}" words="" operands=""
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W "check read fix new convert import export total compare letter index explain --help --version" -- "$word"))
    return
  fi
  case "$command $before" in
    "check --format") COMPREPLY=($(compgen -W "text json ndjson sarif github csv html xlsx" -- "$word")); return ;;
    "check --fail-on") COMPREPLY=($(compgen -W "error warning information hint never" -- "$word")); return ;;
    "check --locale") COMPREPLY=($(compgen -W "zh-CN en" -- "$word")); return ;;
    "read --format") COMPREPLY=($(compgen -W "json ndjson csv" -- "$word")); return ;;
    "fix --rule") COMPREPLY=($(compgen -W "row-total-mismatch results-total-mismatch balance-mismatch review-total-mismatch missing-section duplicate-section extra-section irregular-period thin-section misplaced-section misnumbered-section renamed-section empty-section missing-title title-without-year nonstandard-title missing-table missing-row extra-row row-width being-filled-in renamed-label outdated-edition unreadable-value negative-value fractional-count unexpected-regulations blank-for-zero dash-for-zero year-mismatch other-body prose-mismatch prose-contradiction missing-fee-statement leftover-placeholder carry-over-mismatch stock-mismatch unusual-change repeated-prose differing-copies" -- "$word")); return ;;
    "fix --choose") COMPREPLY=($(compgen -W "first" -- "$word")); return ;;
    "new --layout") COMPREPLY=($(compgen -W "cells tsv markdown" -- "$word")); return ;;
    "convert --to") COMPREPLY=($(compgen -W "cells tsv markdown aligned" -- "$word")); return ;;
    "import --layout") COMPREPLY=($(compgen -W "cells tsv markdown aligned" -- "$word")); return ;;
    "export --to") COMPREPLY=($(compgen -W "docx html xlsx" -- "$word")); return ;;
    "export --locale") COMPREPLY=($(compgen -W "zh-CN en" -- "$word")); return ;;
    "total --layout") COMPREPLY=($(compgen -W "cells tsv markdown aligned" -- "$word")); return ;;
    "total --format") COMPREPLY=($(compgen -W "text json" -- "$word")); return ;;
    "total --locale") COMPREPLY=($(compgen -W "zh-CN en" -- "$word")); return ;;
    "compare --format") COMPREPLY=($(compgen -W "text json" -- "$word")); return ;;
    "compare --locale") COMPREPLY=($(compgen -W "zh-CN en" -- "$word")); return ;;
    "letter --format") COMPREPLY=($(compgen -W "text markdown docx" -- "$word")); return ;;
    "letter --locale") COMPREPLY=($(compgen -W "zh-CN en" -- "$word")); return ;;
  esac
  case "$command" in
    check) words="--format --out --fail-on --config --locale --max-findings --jobs --baseline --write-baseline --last-year-index --gitignore --stdin-filename --help" operands="" ;;
    read) words="--format --bom --out --stdin-filename --help" operands="" ;;
    fix) words="--dry-run --rule --choose --config --help" operands="" ;;
    new) words="--body --year --from --prose --layout --out --force --help" operands="" ;;
    convert) words="--to --write --help" operands="" ;;
    import) words="--layout --out --force --help" operands="" ;;
    export) words="--to --out --marks --locale --config --force --help" operands="" ;;
    total) words="--body --year --layout --out --check --format --locale --config --jobs --force --help" operands="" ;;
    compare) words="--shared --format --factor --config --locale --help" operands="" ;;
    letter) words="--format --out --hints --locale --config --force --help" operands="" ;;
    index) words="--out --config --jobs --help" operands="" ;;
    explain) words=" --help" operands="row-total-mismatch results-total-mismatch balance-mismatch review-total-mismatch missing-section duplicate-section extra-section irregular-period thin-section misplaced-section misnumbered-section renamed-section empty-section missing-title title-without-year nonstandard-title missing-table missing-row extra-row row-width being-filled-in renamed-label outdated-edition unreadable-value negative-value fractional-count unexpected-regulations blank-for-zero dash-for-zero year-mismatch other-body prose-mismatch prose-contradiction missing-fee-statement leftover-placeholder carry-over-mismatch stock-mismatch unusual-change repeated-prose differing-copies" ;;
  esac
  if [[ "$word" == -* ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$word"))
  else
    COMPREPLY=($(compgen -W "$operands" -- "$word"))
  fi
}
complete -o default -o bashdefault -F _nianbao nianbao
