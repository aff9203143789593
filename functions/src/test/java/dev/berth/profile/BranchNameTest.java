package dev.berth.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BranchNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "main",
                "feature/x-1",
                "v1.2.x",
                "a@b",
                "ümlaut",
                "a{b",
                "refs/heads/main",
                "a/-b",
                "release_2026",
                "@a",
                "-f",
                "--upload-pack=id",
                "@",
                "HEAD",
                "a..b",
                "a//b",
                "/a",
                "a/",
                "a.",
                ".a",
                "a/.b",
                "a.lock",
                "a.lock/b",
                "a b",
                "a~1",
                "a^",
                "a:b",
                "a?",
                "a*",
                "a[b",
                "a\\b",
                "a@{1}",
                "a\tb",
                "a\u007fb"
            })
    void gitSaysTheSame(String name) throws IOException, InterruptedException {
        var git = new ProcessBuilder("git", "check-ref-format", "--branch", name)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();

        assertThat(BranchName.isValid(name)).isEqualTo(git.waitFor() == 0);
    }

    @Test
    void whatNoCommandLineCanSayIsNone() {
        assertThat(BranchName.isValid("")).isFalse();
        assertThat(BranchName.isValid("a\0b")).isFalse();
        assertThat(BranchName.isValid("a\nb")).isFalse();
    }
}
