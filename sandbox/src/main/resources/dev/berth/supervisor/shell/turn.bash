# bash turn.bash STATE LEFT WORKSPACE
#
# Runs STATE/script with the environment and in the directory that the script before it left in LEFT.

# Writes beside and renames, so that a script that is killed here leaves what was there before.
__berth_keep() {
    {
        builtin printf '%s' "$PWD" >|"$1/directory.new" && command -p mv -f "$1/directory.new" "$1/directory"
        command -p env -0 >|"$1/environment.new" && command -p mv -f "$1/environment.new" "$1/environment"
    } 2>/dev/null || :
}

# What cannot be set (a read-only name, a function) is passed over.
while IFS= read -r -d '' __berth_entry; do
    [[ $__berth_entry == _=* || $__berth_entry == SHLVL=* ]] || export "$__berth_entry"
done <"$2/environment" 2>/dev/null

# The first script starts in WORKSPACE.
__berth_entry=$3
{ IFS= read -r -d '' __berth_entry <"$2/directory"; } 2>/dev/null
if ! cd -- "$__berth_entry" 2>/dev/null; then
    printf 'The directory %s is gone: this script starts in %s\n' "$__berth_entry" "$3" >&2
    cd -- "$3"
fi

trap "__berth_keep $(printf %q "$2")" EXIT
__berth_script=$1/script
unset __berth_entry
set --
source "$__berth_script"
