package dev.berth.supervisor.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitTransportsTest {
    @ParameterizedTest
    @CsvSource({
        "https://h/a/b.git, https://other/x, true",
        "https://h/a/b.git, ../x, true",
        "https://h/a/b.git, file:///home/me/private, false",
        "https://h/a/b.git, http://127.0.0.1:8080/x, false",
        "https://h/a/b.git, ssh://h/x, false",
        "https://h/a/b.git, git@h:x, false",
        "https://h/a/b.git, ext::sh, false",
        "https://h/a/b.git, /etc, false",
        "file:///a/b, file:///c, true",
        "file:///a/b, https://h/x, true",
        "file:///a/b, http://localhost/x, false",
        "http://localhost/a, http://localhost/b, true",
        "http://localhost/a, http://h/b, false",
        "http://localhost/a, file:///etc, false"
    })
    void aRepositoryRefersToWhatItMay(String parent, String url, boolean may) {
        assertThat(GitTransports.mayRefer(parent, url)).isEqualTo(may);
    }

    @ParameterizedTest
    @CsvSource({
        "https://h/a/b.git, ../c, https://h/a/c",
        "https://h/a/b.git/, ../c/, https://h/a/c",
        "https://h/a/b.git, ./c, https://h/a/b.git/c",
        "https://h/a/b.git, ../../c/d, https://h/c/d",
        "https://h/a/b.git, ./../c, https://h/a/c",
        "file:///a/b, ../c, file:///a/c",
        "https://h/a/b.git, https://o/x, https://o/x"
    })
    void aRelativeUrlIsResolvedAsGitDoes(String parent, String url, String resolved) {
        assertThat(GitTransports.resolve(parent, url)).isEqualTo(resolved);
    }

    @ParameterizedTest
    @CsvSource({
        "https://token@h/x, https://h/x",
        "https://me:secret@h/x, https://h/x",
        "ssh://git@h/x, ssh://git@h/x",
        "ssh://git:secret@h/x, ssh://git@h/x",
        "https://h/a@b, https://h/a@b",
        "git@h:x, git@h:x"
    })
    void aSecretInAUrlIsNotShown(String url, String shown) {
        assertThat(GitTransports.shown(url)).isEqualTo(shown);
    }

    @Test
    void theReasonIsTheFirstComplaintAndElseTheLastLine() {
        assertThat(GitComplaint.in(List.of("Cloning into 'x'...", "fatal: it is gone", "", "Please make sure")))
                .isEqualTo("it is gone");
        assertThat(GitComplaint.in(List.of("one", "two", ""))).isEqualTo("two");
        assertThat(GitComplaint.in(List.of())).isEqualTo("git said nothing");
    }
}
