# Types a word and one Tab into an interactive zsh that knows the completions in $1, and prints what stands there then.
zmodload zsh/zpty
zpty shell "TERM=xterm PS1='ready> ' zsh -f -i"
zpty -r shell screen '*ready> *'
zpty -w shell "fpath=('$1' \$fpath); autoload -U compinit; compinit -u -D; PS1='again> '"
zpty -r shell screen '*again> *'
zpty -n -w shell "$2"$'\t'
zpty -r shell screen "*$3*"
print -r -- "$screen"
