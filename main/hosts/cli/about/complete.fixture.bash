# Prints what a script of completions offers for each line: complete.fixture.bash SCRIPT LINE...
source "$1"
shift
[[ $(complete -p wirebench) == 'complete -F _wirebench wirebench' ]] || exit 1
# Outside of a completion the shell refuses this builtin.
compopt() { :; }
for line; do
	read -ra COMP_WORDS <<<"$line"
	[[ $line == *' ' ]] && COMP_WORDS+=('')
	COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
	_wirebench wirebench "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
	printf '%s\n' "${COMPREPLY[@]}" ===
done
