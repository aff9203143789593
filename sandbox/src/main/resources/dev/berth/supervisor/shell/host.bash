# bash host.bash STATE LEFT WORKSPACE
#
# The first line it reads is the marker, which it says on both streams when it is ready. For each line after that it runs
# the script in STATE, and says the marker behind all the script printed, with the exit code. Ends when its input ends,
# and its process namespace with it.
exec 3>&1 4>&2 2>/dev/null
# a script may remove the directory this was started in, and every bash that starts in one that is gone says so
cd /
IFS= read -r marker
say() {
    printf '\0%s:%s\0' "$marker" "$1" >&3
    printf '\0%s:%s\0' "$marker" "$1" >&4
}
say 0
while IFS= read -r _; do
    env -i bash --noprofile --norc "$1/turn.bash" "$1" "$2" "$3" </dev/null >&3 2>&4 3>&- 4>&-
    say "$?"
done
