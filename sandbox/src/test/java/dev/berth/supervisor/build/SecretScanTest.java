package dev.berth.supervisor.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretScanTest {
    private static final FileTime LONG_AGO = FileTime.from(Instant.EPOCH);
    private static final FileTime LATER = FileTime.from(Instant.parse("2999-01-01T00:00:00Z"));

    /// Anything that has the form, and is nobody's.
    private static final String CHARACTERS = "Zz0".repeat(30);

    @TempDir
    private Path root;

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource({
        "home/.netrc, machine github.com login x password hunter2",
        "home/.git-credentials, https://x:hunter2@github.com",
        "workspace/app/.git/config, url = https://x:hunter2@github.com/acme/app",
        "workspace/app/.git/modules/lib/config, url = https://hunter2@github.com/acme/lib",
        "workspace/app/.git/config, extraheader = Authorization: basic hunter2",
        "home/.npmrc, //registry.example/:_authToken=hunter2",
        "workspace/app/.npmrc, _auth = hunter2",
        "home/.pypirc, password = hunter2",
        "home/.docker/config.json, '{\"auths\": {\"x\": {\"auth\": \"hunter2\"}}}'",
        "home/.aws/credentials, aws_secret_access_key = hunter2",
        "home/.config/gh/hosts.yml, oauth_token: hunter2",
        "home/.m2/settings.xml, <password>hunter2</password>",
        "home/.ssh/id_ed25519, -----BEGIN OPENSSH PRIVATE KEY-----",
    })
    void aCredentialInAFileThatIsForThemIsFoundWheneverItWasWritten(String file, String content) throws Exception {
        write(file, content);
        var failed = catchThrowableOfType(BuildFailed.class, () -> scan(LATER));
        assertThat(failed.failure().code()).isEqualTo("secret_found");
        assertThat(failed.failure().detail()).contains(file).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ghp_", "gho_", "github_pat_", "glpat-", "sk-proj-", "sk-ant-", "sk_live_", "pypi-AgE"})
    void aTokenIsFoundByItsForm(String prefix) throws Exception {
        write("workspace/made.env", "TOKEN=" + prefix + CHARACTERS);
        var failed = catchThrowableOfType(BuildFailed.class, () -> scan(LONG_AGO));
        assertThat(failed.failure().detail()).contains("made.env").doesNotContain(CHARACTERS);
    }

    @ParameterizedTest
    @CsvSource({"AKIA, 16", "AIza, 35", "npm_, 36"})
    void aTokenOfFixedLengthIsFoundByItsForm(String prefix, int length) throws Exception {
        write("home/.profile", "export KEY=" + prefix + "Q".repeat(length));
        assertThat(catchThrowableOfType(BuildFailed.class, () -> scan(LONG_AGO)))
                .isNotNull();
    }

    @Test
    void whatTheRepositoryHeldBeforeTheSetupScriptIsNotSearchedForTokens() throws Exception {
        write("workspace/app/test/fixture.env", "TOKEN=ghp_" + CHARACTERS);
        assertThatCode(() -> scan(LATER)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "workspace/app/node_modules/lib/test/fixture.js",
                "home/.cache/pip/x",
                "workspace/venv/lib/python3/site-packages/lib/test.py"
            })
    void installedDependenciesAreNotSearchedForTokens(String file) throws Exception {
        write(file, "ghp_" + CHARACTERS);
        assertThatCode(() -> scan(LONG_AGO)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "workspace/app/.git/config, url = https://github.com/acme/app",
        "home/.gitconfig, email = me@example.com",
        "home/.npmrc, //registry.example/:_authToken=${NPM_TOKEN}",
        "home/notes, AKIAIOSFODNN7EXAMPLE",
        "home/.ssh/known_hosts, github.com ssh-ed25519 AAAA",
        "home/.m2/settings.xml, <password>${env.TOKEN}</password>",
    })
    void whatOnlyLooksSimilarIsNone(String file, String content) throws Exception {
        write(file, content);
        assertThatCode(() -> scan(LONG_AGO)).doesNotThrowAnyException();
    }

    @Test
    void linksAreNotFollowed(@TempDir Path elsewhere) throws Exception {
        Files.writeString(elsewhere.resolve("env"), "ghp_" + CHARACTERS);
        write("home/file", "nothing");
        Files.createSymbolicLink(root.resolve("home/link"), elsewhere.resolve("env"));
        Files.createSymbolicLink(root.resolve("home/folder"), elsewhere);
        assertThatCode(() -> scan(LONG_AGO)).doesNotThrowAnyException();
    }

    @Test
    void aBuildSaysWhatItSearched() throws Exception {
        write("home/file", "nothing");
        scan(LONG_AGO);
        assertThat(log).hasToString("== Looked for credentials in 1 files, found 0\n");
    }

    @Test
    void manyFindingsAreCounted() throws Exception {
        for (var number = 0; number < 8; number++) {
            write("home/env" + number, "ghp_" + CHARACTERS);
        }
        var failed = catchThrowableOfType(BuildFailed.class, () -> scan(LONG_AGO));
        assertThat(failed.failure().detail()).contains("and 3 more");
    }

    private void scan(FileTime since) throws IOException, BuildFailed {
        SecretScan.requireNone(List.of(root), since, new BuildLog(log));
    }

    private void write(String file, String content) throws IOException {
        var target = root.resolve(file);
        Files.createDirectories(target.getParent());
        Files.writeString(target, content + "\n");
    }
}
