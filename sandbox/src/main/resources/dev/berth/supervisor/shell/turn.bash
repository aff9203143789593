# bash turn.bash STATE WORKSPACE
#
# Runs STATE/script with the environment and in the directory that the script before it left in STATE/left.

# Writes beside and renames, so that a script that is killed here leaves what was there before.
__berth_keep() {
    {
        builtin printf '%s' "$PWD" >|"$1/left/directory.new" && command -p mv -f "$1/left/directory.new" "$1/left/directory"
        command -p env -0 >|"$1/left/environment.new" && command -p mv -f "$1/left/environment.new" "$1/left/environment"
    } 2>/dev/null || :
}

# What cannot be set (a read-only name, a function) is passed over.
while IFS= read -r -d '' __berth_entry; do
    [[ $__berth_entry == _=* || $__berth_entry == SHLVL=* ]] || export "$__berth_entry"
done <"$1/left/environment" 2>/dev/null

IFS= read -r -d '' __berth_entry <"$1/left/directory"
if ! cd -- "$__berth_entry" 2>/dev/null; then
    printf 'The directory %s is gone: this script starts in %s\n' "$__berth_entry" "$2" >&2
    cd -- "$2"
fi

trap "__berth_keep $(printf %q "$1")" EXIT
__berth_script=$1/script
unset __berth_entry
set --
source "$__berth_script"
