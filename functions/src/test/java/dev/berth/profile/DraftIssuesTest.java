package dev.berth.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.protocol.AgentOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftIssuesTest {
    private static final Map<String, List<AgentOption>> RUNTIMES = Map.of(
            "shell",
            List.of(),
            "codex",
            List.of(
                    new AgentOption.WebAddress("baseUrl"),
                    new AgentOption.OneOf("effort", List.of("low", "high")),
                    new AgentOption.WholeNumber("tries", 0, 10)));
    private static final DraftPolicy GENEROUS =
            new DraftPolicy(true, 1440, new DraftPolicy.Platform(RUNTIMES, true, true, RepositoryUrlPolicy.HTTPS_ONLY));

    @Test
    void aNewProfilesDraftHasNone() {
        assertThat(issues(Draft.EMPTY, ProfileScene.POLICY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"baseImage": "node:24"}                                    | /baseImage base_image_unavailable
            {"agent": {"runtime": "codex"}}                             | /agent/runtime runtime_unknown
            {"resources": {"cpu": 0, "memoryMiB": 2048, "diskGiB": 20}} | /resources/cpu resources_out_of_range
            {"resources": {"cpu": 17, "memoryMiB": 2048, "diskGiB": 20}} | /resources/cpu resources_out_of_range
            {"resources": {"cpu": 1, "memoryMiB": 511, "diskGiB": 20}}  | /resources/memoryMiB resources_out_of_range
            {"resources": {"cpu": 1, "memoryMiB": 512, "diskGiB": 201}} | /resources/diskGiB resources_out_of_range
            {"connections": [{"connection": "con_1"}]}                  | /connections/0 connections_unavailable
            {"environment": {"1A": "x"}}                                | /environment/1A environment_name_invalid
            {"environment": {"": "x"}}                                  | /environment/ environment_name_invalid
            {"environment": {"A=B": "x"}}                               | /environment/A=B environment_name_invalid
            {"environment": {"a/b~c": "x"}}                             | /environment/a~1b~0c environment_name_invalid
            {"environment": {"BERTH_URL": "x"}}                         | /environment/BERTH_URL environment_name_reserved
            {"environment": {"HOME": "/root"}}                          | /environment/HOME environment_name_reserved
            {"environment": {"A": "x\\u0000y"}}                         | /environment/A environment_value_not_text
            {"maxLifetimeMinutes": 1441}                                | /maxLifetimeMinutes lifetime_over_limit
            {"idleTimeoutMinutes": 20, "maxLifetimeMinutes": 10}        | /idleTimeoutMinutes idle_over_lifetime
            {"persistent": true}                                        | /persistent persistence_not_allowed
            {"network": "restricted"}                                   | /network network_not_restrictable
            {"agent": {"runtime": "shell", "options": {"a/b": 1}}}      | /agent/options/a~1b agent_option_unknown
            """)
    void eachFaultIsNamedWhereItIs(String draft, String issue) {
        assertThat(issues(ProfileScene.draft(draft), ProfileScene.POLICY)).containsExactly(issue);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"baseImage\": \"node:24\"}",
                "{\"agent\": {\"runtime\": \"codex\", \"model\": \"any\", \"options\": {\"a\": null}}}",
                "{\"agent\": {\"runtime\": \"codex\", \"options\": {\"baseUrl\": \"http://10.0.0.1:4000/v1\","
                        + " \"effort\": \"low\", \"tries\": 10}}}",
                "{\"environment\": {\"CI\": \"1\", \"PATH\": \"/bin\", \"AWS_REGION\": \"eu-west-1\", \"_a\": \"\"}}",
                "{\"idleTimeoutMinutes\": 10, \"maxLifetimeMinutes\": 10}",
                "{\"persistent\": true, \"network\": \"restricted\"}",
                "{\"repositories\": [{\"id\": \"a\", \"url\": \"https://h/a\", \"path\": \"x/a\", \"branch\": \"main\"},"
                        + " {\"id\": \"b\", \"url\": \"https://h/a\", \"path\": \"x/ab\"}]}"
            })
    void whatIsAllowedIsNone(String draft) {
        assertThat(issues(ProfileScene.draft(draft), GENEROUS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a     | app | app     | /repositories/1/path repository_path_taken
            a     | app | App     | /repositories/1/path repository_path_taken
            a     | app | app/lib | /repositories/1/path repository_path_taken
            a     | x/y | x       | /repositories/1/path repository_path_taken
            first | app | lib     | /repositories/1/id repository_id_used_twice
            -a    | app | lib     | /repositories/1/id repository_id_invalid
            a b   | app | lib     | /repositories/1/id repository_id_invalid
            """)
    void repositoriesAreToldApart(String secondId, String firstPath, String secondPath, String issue) {
        var draft = ProfileScene.draft("""
                {"repositories": [
                  {"id": "first", "url": "https://host/a.git", "path": "%s"},
                  {"id": "%s", "url": "https://host/b.git", "path": "%s"}]}
                """.formatted(firstPath, secondId, secondPath));

        assertThat(issues(draft, ProfileScene.POLICY)).containsExactly(issue);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"baseUrl\": \"ftp://h/v1\"}",
                "{\"baseUrl\": \"/v1\"}",
                "{\"baseUrl\": \"https:///v1\"}",
                "{\"baseUrl\": \"https://u:p@h/v1\"}",
                "{\"baseUrl\": \"https://h/v1?k=1\"}",
                "{\"baseUrl\": \"https://h/v1#a\"}",
                "{\"baseUrl\": \"https://h/v 1\"}",
                "{\"baseUrl\": 7}",
                "{\"effort\": \"huge\"}",
                "{\"effort\": [\"low\"]}",
                "{\"tries\": 11}",
                "{\"tries\": -1}",
                "{\"tries\": 1.5}",
                "{\"tries\": \"1\"}",
                "{\"tries\": 4294967297}"
            })
    void anOptionIsWhatItsRuntimeTakes(String options) {
        var draft = ProfileScene.draft("{\"agent\": {\"runtime\": \"codex\", \"options\": %s}}".formatted(options));

        assertThat(issues(draft, GENEROUS)).singleElement().asString().endsWith(" agent_option_invalid");
    }

    @Test
    void allFaultsAreTold() {
        var draft = ProfileScene.draft("""
                {"network": "restricted", "persistent": true, "repositories": [
                  {"id": "a", "url": "ssh://host/a.git", "path": "../a", "branch": "-f"}]}
                """);

        assertThat(issues(draft, ProfileScene.POLICY))
                .containsExactly(
                        "/network network_not_restrictable",
                        "/repositories/0/url repository_transport_not_allowed",
                        "/repositories/0/path repository_path_invalid",
                        "/repositories/0/branch repository_branch_invalid",
                        "/persistent persistence_not_allowed");
    }

    @Test
    void aValueThatNoProcessTakesIsTold() {
        var draft = ProfileScene.draft("{\"environment\": {\"A\": \"%s\"}}".formatted("ä".repeat(32 * 1024 + 1)));

        assertThat(issues(draft, ProfileScene.POLICY)).containsExactly("/environment/A environment_value_too_long");
    }

    private static Stream<String> issues(Draft draft, DraftPolicy policy) {
        return DraftIssues.of(draft, policy).stream().map(issue -> issue.pointer() + " " + issue.code());
    }
}
