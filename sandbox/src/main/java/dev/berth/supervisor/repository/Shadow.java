package dev.berth.supervisor.repository;

import dev.berth.supervisor.agent.AgentFiles;
import dev.berth.supervisor.agent.AgentPrograms.Ran;
import dev.berth.supervisor.process.Deadline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A git folder of ours over a repository's objects, index and files. Its configuration is ours, so whatever the
/// repository's own says is not obeyed: no program, no filter, no include, no other place to fetch from.
///
/// @param own the repository that ours is in, which has no files
/// @param hasHistory whether there is a commit in the repository already
record Shadow(Git git, WorkingCopy copy, Path own, boolean hasHistory, AgentFiles files) {
    static final String FROM = "refs/berth/from";
    static final String TO = "refs/berth/to";

    private static final int SHA1_DIGITS = 40;
    private static final String MAKE = """
            rm -rf -- "$1" && git init --quiet --template= --object-format="$2" "$1" \
            && mkdir -p "$1/.git/objects/info" && printf '%s\\n' "$3" >"$1/.git/objects/info/alternates" \
            && if [ -f "$4" ]; then cp -- "$4" "$1/.git/shallow"; fi""";
    private static final String KEEP_SHALLOW = """
            if [ -f "$1" ]; then cp -- "$1" "$2.new" && mv -f -- "$2.new" "$2"; else rm -f -- "$2"; fi""";

    /// @param head the commit that the repository stands at, so that what it has is not fetched again
    /// @param digits of a commit's name
    static Shadow over(WorkingCopy copy, Path own, Optional<String> head, int digits, Git git, AgentFiles files)
            throws IOException, InterruptedException {
        files.run(
                MAKE,
                own.toString(),
                digits == SHA1_DIGITS ? "sha1" : "sha256",
                copy.objects().toString(),
                copy.shallow().toString());
        var shadow = new Shadow(git, copy, own, head.isPresent(), files);
        if (head.isPresent()) {
            shadow.remember(FROM, head.get());
        }
        return shadow;
    }

    Shadow until(Deadline deadline) {
        return new Shadow(git.until(deadline), copy, own, hasHistory, files);
    }

    void remember(String reference, String commit) throws IOException, InterruptedException {
        Git.text(run("update-ref", reference, commit));
    }

    boolean has(String commit) throws IOException, InterruptedException {
        return run("cat-file", "-e", commit + "^{commit}").succeeded();
    }

    Ran run(String... arguments) throws IOException, InterruptedException {
        return run(List.of(arguments));
    }

    /// On the repository's files.
    Ran run(List<String> arguments) throws IOException, InterruptedException {
        var places = Map.of(
                "GIT_DIR", own.resolve(".git").toString(),
                "GIT_WORK_TREE", copy.files().toString(),
                "GIT_INDEX_FILE", copy.index().toString(),
                "GIT_OBJECT_DIRECTORY", copy.objects().toString());
        return git.run(copy.files(), places, arguments);
    }

    /// Without the repository's files, and without telling the programs that git starts where it works.
    Ran runAlone(String... arguments) throws IOException, InterruptedException {
        return git.run(own, Map.of(), List.of(arguments));
    }

    /// What a file of a commit says, read as git's configuration.
    String configuration(String commit, String file, List<String> query) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("config", "--blob", commit + ":" + file));
        arguments.addAll(query);
        return run(arguments).text();
    }

    /// Where history was cut off belongs to the repository, as do the objects.
    void keepShallow() throws IOException, InterruptedException {
        files.run(
                KEEP_SHALLOW,
                own.resolve(".git/shallow").toString(),
                copy.shallow().toString());
    }
}
