package dev.berth.supervisor.codex;

import static dev.berth.protocol.ShippedAgents.CODEX_BASE_URL;
import static dev.berth.protocol.ShippedAgents.CODEX_EFFORT;
import static dev.berth.protocol.ShippedAgents.CODEX_RETRIES;
import static dev.berth.protocol.ShippedAgents.CODEX_SILENCE;

import dev.berth.protocol.AgentOption;
import dev.berth.protocol.Manifest;
import dev.berth.supervisor.folder.CannotPrepare;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a profile says of its codex.
///
/// @param baseUrl where `/responses` of the model is
/// @param reasoningEffort the model's own default when absent
/// @param maxRetries of one request to the model
/// @param silence the longest time that codex may say nothing in a turn
record CodexSettings(String model, String baseUrl, @Nullable String reasoningEffort, int maxRetries, Duration silence) {
    static final String DEFAULT_MODEL = "gpt-5.5";
    static final String DEFAULT_BASE_URL = "https://api.openai.com/v1";

    /// Patient enough for a provider that is overloaded for a quarter of a minute.
    private static final int DEFAULT_RETRIES = 5;

    /// Codex itself gives up a stream that is silent for five minutes, but waits for ever for one that never begins.
    private static final int DEFAULT_SILENCE_SECONDS = 15 * 60;

    static final List<AgentOption> OPTIONS = List.of(CODEX_BASE_URL, CODEX_EFFORT, CODEX_RETRIES, CODEX_SILENCE);

    static CodexSettings of(Manifest.Agent agent) throws CannotPrepare {
        for (var option : OPTIONS) {
            check(option, agent.options());
        }
        return new CodexSettings(
                agent.model() == null ? DEFAULT_MODEL : agent.model(),
                withoutSlash(value(CODEX_BASE_URL, agent, DEFAULT_BASE_URL)),
                (String) agent.options().get(CODEX_EFFORT.name()),
                value(CODEX_RETRIES, agent, DEFAULT_RETRIES),
                Duration.ofSeconds(value(CODEX_SILENCE, agent, DEFAULT_SILENCE_SECONDS)));
    }

    /// A version may have been published by a Berth that took something else.
    private static void check(AgentOption option, Map<String, Object> given) throws CannotPrepare {
        var expected = given.containsKey(option.name()) ? option.expected(given.get(option.name())) : null;
        if (expected != null && expected.isPresent()) {
            throw CannotPrepare.byCaller(
                    "agent_option_invalid",
                    "The profile's agent.options.%s must be %s".formatted(option.name(), expected.get()),
                    "Change or remove it in the profile's draft, and publish that");
        }
    }

    @SuppressWarnings("unchecked") // the check has seen to it
    private static <V> V value(AgentOption option, Manifest.Agent agent, V absent) {
        return (V) agent.options().getOrDefault(option.name(), absent);
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
