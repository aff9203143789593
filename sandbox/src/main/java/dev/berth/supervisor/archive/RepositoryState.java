package dev.berth.supervisor.archive;

import dev.berth.supervisor.process.Deadline;
import dev.berth.supervisor.workspace.Git;
import dev.berth.supervisor.workspace.ZeroSeparated;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What git says of one repository, asked all at once and read in the order of the question: lists that end with an
/// empty entry.
final class RepositoryState implements AutoCloseable {
    /// Standard input are the commits that the snapshot brought, of which the agent may have thrown some away.
    ///
    /// Of repositories in this one that are not its submodules git only says the folder. Of folders without files
    /// it says nothing, unless it is asked for folders, and then not for files.
    private static final String QUESTION = """
            list() {
                [ -z "$1" ] || printf '%s\\n' "$1" | tr '\\n' '\\0'
                printf '\\0'
            }
            there=$("$@" cat-file --batch-check='%(objectname)') || exit
            known=$(printf '%s\\n' "$there" | sed -n 's/^[0-9a-f][0-9a-f]*$/^&/p' | sort -u)
            head=$("$@" rev-parse --verify --quiet 'HEAD^{commit}' ||
                "$@" hash-object -t tree --stdin < /dev/null) || exit
            references=$("$@" for-each-ref --format='%(objectname) %(refname)') || exit
            history=$(printf '%s\\n' "$known" | "$@" rev-list --boundary --all --stdin) || exit
            boundary=$(printf '%s\\n' "$history" | sed -n 's/^-//p')
            list "$head"
            list "$references"
            list "$boundary"
            list "$known"

            "$@" diff -z --name-status --no-renames --no-relative --ignore-submodules=all --no-ext-diff --no-textconv \\
                "$head" -- || exit
            printf '\\0'
            "$@" ls-files -z --others --exclude-standard || exit
            printf '\\0'
            "$@" ls-files -z --others --exclude-standard --directory || exit
            printf '\\0'
            "$@" ls-files -z -v --stage || exit
            printf '\\0'
            "$@" diff-index --cached --raw -z --no-abbrev --no-renames "$head" -- || exit
            printf '\\0'
            """;

    private final ZeroSeparated answers;

    private RepositoryState(ZeroSeparated answers) {
        this.answers = answers;
    }

    /// @param base commits that the snapshot had, one a line
    /// @param answers a file for what git says
    static RepositoryState ask(Git git, Path base, Path answers, Deadline deadline)
            throws IOException, InterruptedException {
        return new RepositoryState(new ZeroSeparated(git.script(deadline, base, answers, QUESTION)));
    }

    /// Visits the entries of the next list.
    void each(PathList.Visitor visitor) throws IOException {
        for (var entry = next(); entry.length > 0; entry = next()) {
            visitor.visit(entry);
        }
    }

    /// The same for entries of two parts each.
    void eachPair(PairVisitor visitor) throws IOException {
        for (var first = next(); first.length > 0; first = next()) {
            visitor.visit(new String(first, StandardCharsets.UTF_8), next());
        }
    }

    /// The next list, of which each entry is text.
    List<String> texts() throws IOException {
        var texts = new ArrayList<String>();
        each(entry -> texts.add(new String(entry, StandardCharsets.UTF_8)));
        return texts;
    }

    private byte[] next() throws IOException {
        return answers.nextBytes().orElseThrow(() -> new IOException("git did not say everything"));
    }

    interface PairVisitor {
        void visit(String what, byte[] path) throws IOException;
    }

    @Override
    public void close() throws IOException {
        answers.close();
    }
}
