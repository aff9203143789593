# bash host.bash STATE WORKSPACE
#
# Runs the script in STATE once for each line it reads. The line is the marker that ends the script's output on both of
# its streams, with the exit code behind it. Ends when its input ends, and its process namespace with it.
exec 3>&1 4>&2 2>/dev/null
while IFS= read -r marker; do
    env -i bash --noprofile --norc "$1/turn.bash" "$1" "$2" </dev/null >&3 2>&4 3>&- 4>&-
    code=$?
    printf '\0%s:%s\0' "$marker" "$code" >&3
    printf '\0%s:%s\0' "$marker" "$code" >&4
done
