package dev.berth.local.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Repositories that are not what one expects, through snapshot and session.
@ExtendWith(SharedBerth.class)
class RepositoriesTest {
    @TempDir
    private Path folder;

    private final Work work;
    private GitRepositories git = new GitRepositories(Path.of("."));

    RepositoriesTest(RunningBerth berth) {
        this.work = new Work(berth.admin());
    }

    @BeforeEach
    void aFolderForThem() {
        git = new GitRepositories(folder);
    }

    @Test
    void oneThatDoesNotExistIsNamed() {
        var failure = failedSnapshot("missing");
        assertThat(failure.path("detail").asString()).contains("missing");
        assertThat(failure.path("remedy").asString()).isNotBlank();
        assertThat(failure.path("mustAct").asString()).isEqualTo("caller");
    }

    @Test
    void anEmptyOneIsAnEmptyFolder() throws Exception {
        git.make("empty", "true");
        var session = work.ran(ready("empty"), "ls -A; echo first > file");
        assertThat(work.output(session)).isEqualTo(".git\n");
        assertThat(work.events(session, "turn.ended")
                        .getFirst()
                        .at("/data/outcome")
                        .asString())
                .isEqualTo("completed");
    }

    @Test
    void oneWithSubmodulesIsCheckedOutWithThem() throws Exception {
        git.make("leaf", "echo leaf > leaf; git add .; git commit -qm leaf");
        git.make("top", "git submodule --quiet add %s leaf; git commit -qm top".formatted(git.url("leaf")));
        assertThat(work.output(work.ran(ready("top"), "cat leaf/leaf"))).isEqualTo("leaf\n");
    }

    @Test
    void aSubmoduleByAnotherTransportIsNamed() throws Exception {
        git.make("hostile", """
                printf '[submodule "s"]\\n\\tpath = s\\n\\turl = ssh://git@example.com/x.git\\n' > .gitmodules
                git add .
                git update-index --add --cacheinfo 160000,$(git commit-tree -m x $(git write-tree)),s
                git commit -qm hostile
                """);
        var failure = failedSnapshot("hostile");
        assertThat(failure.path("code").asString()).isEqualTo("submodule_refused");
        assertThat(failure.path("detail").asString()).contains("hostile", "ssh://");
    }

    @Test
    void fileNamesNeedNotBeText() throws Exception {
        git.make("names", "echo x > $'bad\\xff\\xfename'; git add .; git commit -qm names");
        var session = work.ran(ready("names"), "echo y > $'bad\\xff\\xfename'; ls | od -An -tx1 | tr -d ' \\n'");
        assertThat(work.output(session)).contains("fffe");
        assertThat(work.events(session, "diff.updated")).isNotEmpty();
        assertThat(work.api()
                        .call("GET /v1/sessions/{session}/diff", session)
                        .answers(200)
                        .text())
                .contains("+y");
    }

    @Test
    void aSessionBeginsWithWhatWasPushedSinceAndSaysWhichCommitThatIs() throws Exception {
        git.make("pushed", "echo one > file; git add .; git commit -qm one");
        var profile = ready("pushed");
        git.change("pushed", "echo two > file; git commit -qam two");
        var session = work.ran(profile, "cat file; git rev-parse HEAD");
        var checkout = work.events(session, "sandbox.phase").stream()
                .map(event -> event.at("/data/checkout"))
                .filter(JsonNode::isObject)
                .findFirst()
                .orElseThrow();
        assertThat(work.output(session))
                .isEqualTo("two\n" + checkout.path("commit").asString() + "\n");
        assertThat(checkout.path("repository").asString()).isEqualTo("pushed");
        assertThat(checkout.path("branch").asString()).isEqualTo("main");
    }

    @Test
    void aSessionWhoseRepositoryIsGoneGoesOnAndSaysWhoMustAct() throws Exception {
        git.make("gone", "echo one > file; git add .; git commit -qm one");
        var profile = ready("gone");
        git.change("gone", "rm -rf .git");
        var session = work.ran(profile, "cat file");
        assertThat(work.output(session)).isEqualTo("one\n");
        var error = work.events(session, "error").getFirst().path("data");
        assertThat(error.path("code").asString()).isEqualTo("repository_unreachable");
        assertThat(error.path("mustAct").asString()).isEqualTo("operator");
    }

    @Test
    void severalLieBesideEachOtherWithAsMuchHistoryAsWasAskedFor() throws Exception {
        git.make("app", "for i in 1 2 3; do echo $i > file; git add .; git commit -qm $i; done");
        git.make(
                "lib",
                "echo lib > file; git add .; git commit -qm lib; git tag v1; git rm -q file; git commit -qm none");
        var app = Map.of("id", "app", "url", git.url("app"), "path", "app", "depth", 2);
        var lib = Map.of("id", "lib", "url", git.url("lib"), "path", "lib", "branch", "v1");
        var profile = work.ready(Map.of("repositories", List.of(app, lib)));
        var session = work.start(Map.of(
                "profile",
                profile,
                "repository",
                "app",
                "task",
                "git rev-list --count HEAD; cat ../lib/file",
                "stopWhenDone",
                true));
        work.awaitStatus(session, "stopped");
        assertThat(work.output(session)).isEqualTo("2\nlib\n");
    }

    private String ready(String repository) {
        return work.ready(Map.of("repositories", List.of(git.draft(repository))));
    }

    private JsonNode failedSnapshot(String repository) {
        var profile = work.published(Map.of("repositories", List.of(git.draft(repository))));
        return work.awaitSnapshot(profile, "failed", "ready").path("failure");
    }
}
