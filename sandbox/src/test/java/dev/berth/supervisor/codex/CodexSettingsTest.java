package dev.berth.supervisor.codex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.protocol.Manifest;
import dev.berth.supervisor.folder.CannotPrepare;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodexSettingsTest {
    @Test
    void withoutOptionsTheDefaultsHold() throws CannotPrepare {
        assertThat(settings(Map.of()))
                .isEqualTo(new CodexSettings("gpt-5.5", "https://api.openai.com/v1", null, 5, Duration.ofMinutes(15)));
    }

    @Test
    void theConfigurationSaysWhatTheProfileSays() throws CannotPrepare {
        var arguments = new CodexConfig(settings(
                        Map.of("baseUrl", "http://10.0.0.1:4000/v1/", "reasoningEffort", "high", "maxRetries", 1)))
                .arguments();

        assertThat(arguments)
                .contains(
                        "model=\"gpt-5.5\"",
                        "model_providers.berth.base_url=\"http://10.0.0.1:4000/v1\"",
                        "model_reasoning_effort=\"high\"",
                        "model_providers.berth.request_max_retries=1",
                        "model_providers.berth.stream_max_retries=1",
                        "shell_environment_policy.exclude=[\"MODEL_KEY\",\"CODEX_HOME\",\"CODEX_SQLITE_HOME\"]",
                        "features.goals=false",
                        "features.plugins=false",
                        "features.unbounded_connection_retries=false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\"\nmodel_provider = \"b", "tab\there", "back\\slash", "del\u007f", "nul\u0000", "ünï"})
    void aModelsNameIsOneText(String model) throws CannotPrepare {
        var settings = CodexSettings.of(new Manifest.Agent("codex", model, Map.of()));

        assertThat(new CodexConfig(settings).arguments())
                .filteredOn(argument -> argument.startsWith("model="))
                .singleElement()
                .asString()
                .matches("model=\"([^\"\\\\\\p{Cntrl}]|\\\\.)*\"");
    }

    @Test
    void anOptionThatIsWrongIsSaidToTheCaller() {
        assertThatThrownBy(() -> settings(Map.of("baseUrl", "ftp://model")))
                .isInstanceOfSatisfying(CannotPrepare.class, e -> {
                    assertThat(e.failure().code()).isEqualTo("agent_option_invalid");
                    assertThat(e.failure().detail()).contains("baseUrl");
                });
    }

    private static CodexSettings settings(Map<String, Object> options) throws CannotPrepare {
        return CodexSettings.of(new Manifest.Agent("codex", null, options));
    }
}
