package dev.berth.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://github.com/acme/app.git",
                "https://github.com:8443/acme/app",
                "https://10.0.0.7/app.git",
                "https://h/a%20b.git"
            })
    void httpsIsTakenEverywhere(String url) {
        assertThat(codes(url, RepositoryUrlPolicy.HTTPS_ONLY)).isEmpty();
        assertThat(codes(url, RepositoryUrlPolicy.ONE_MACHINE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:3000/app.git",
                "http://localhost/app.git",
                "http://[::1]:80/app.git",
                "file:///srv/git/app.git"
            })
    void whatIsOnThisMachineIsTakenOnOneMachineOnly(String url) {
        assertThat(codes(url, RepositoryUrlPolicy.HTTPS_ONLY)).containsExactly("repository_transport_not_allowed");
        assertThat(codes(url, RepositoryUrlPolicy.ONE_MACHINE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://me:pw@host/app.git        | repository_url_has_credentials
            https://token@host/app.git        | repository_url_has_credentials
            https://a@b@host/app.git          | repository_url_has_credentials
            ssh://git@host/app.git            | repository_url_has_credentials
            ssh://host/app.git                | repository_transport_not_allowed
            git@host:acme/app.git             | repository_transport_not_allowed
            git://host/app.git                | repository_transport_not_allowed
            ext::sh -c id                     | repository_transport_not_allowed
            ext::id                           | repository_transport_not_allowed
            fd::17                            | repository_transport_not_allowed
            HTTPS://host/app.git              | repository_transport_not_allowed
            --upload-pack=id                  | repository_transport_not_allowed
            /srv/git/app.git                  | repository_transport_not_allowed
            ../app.git                        | repository_transport_not_allowed
            ''                                | repository_transport_not_allowed
            http://host/app.git               | repository_transport_not_allowed
            http://127.0.0.1.evil.com/app.git | repository_transport_not_allowed
            http://localhost.evil.com/app.git | repository_transport_not_allowed
            file://host/app.git               | repository_transport_not_allowed
            file:app.git                      | repository_url_malformed
            file:///                          | repository_url_malformed
            https:///app.git                  | repository_url_malformed
            https://host                      | repository_url_malformed
            https://host/                     | repository_url_malformed
            https://host/app.git?token=x      | repository_url_malformed
            https://host/app.git#main         | repository_url_malformed
            https://host/app%0a.git           | repository_url_malformed
            https://host/app%00.git           | repository_url_malformed
            https://host/a b.git              | repository_url_malformed
            """)
    void anythingElseIsRefused(String url, String code) {
        assertThat(codes(url, RepositoryUrlPolicy.ONE_MACHINE)).containsExactly(code);
    }

    @Test
    void noTextRepeatsAPassword() {
        assertThat(RepositoryUrl.issues("/url", "https://me:hunter2@host/a", RepositoryUrlPolicy.HTTPS_ONLY))
                .allSatisfy(issue -> assertThat(issue.toString()).doesNotContain("hunter2"));
    }

    private static Stream<String> codes(String url, RepositoryUrlPolicy policy) {
        return RepositoryUrl.issues("/url", url, policy).map(DraftIssue::code);
    }
}
