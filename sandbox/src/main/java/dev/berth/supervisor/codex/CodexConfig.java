package dev.berth.supervisor.codex;

import dev.berth.event.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The configuration that codex is started with: as arguments, which outweigh any file that the agent could write.
///
/// A provider of our own, since the built-in one tries WebSockets first. Nothing that acts by itself: goals would start
/// turns that nobody asked for, plugins and update checks call hosts that nobody named. No sandbox within the sandbox
/// and no asking, since nobody is there to answer. Commands see the profile's `PATH` as it is, which a login shell
/// would replace, and not the model's key.
record CodexConfig(CodexSettings settings) {
    static final String KEY_VARIABLE = "MODEL_KEY";

    private static final String PROVIDER = "model_providers.berth.";
    private static final int REQUEST_RETRIES = 2;
    private static final int STREAM_IDLE_MILLIS = 300_000;
    private static final Map<String, Object> ALWAYS = Map.ofEntries(
            Map.entry("model_provider", "berth"),
            Map.entry(PROVIDER + "name", "berth"),
            Map.entry(PROVIDER + "env_key", KEY_VARIABLE),
            Map.entry(PROVIDER + "wire_api", "responses"),
            Map.entry(PROVIDER + "stream_idle_timeout_ms", STREAM_IDLE_MILLIS),
            Map.entry("approval_policy", "never"),
            Map.entry("sandbox_mode", "danger-full-access"),
            Map.entry("allow_login_shell", false),
            Map.entry("check_for_update_on_startup", false),
            Map.entry("web_search", "disabled"),
            Map.entry(
                    "shell_environment_policy.exclude",
                    List.of(KEY_VARIABLE, CodexFolder.HOME_VARIABLE, CodexFolder.INDEX_VARIABLE)),
            Map.entry("features.goals", false),
            Map.entry("features.plugins", false),
            Map.entry("features.shell_snapshot", false),
            Map.entry("features.unbounded_connection_retries", false),
            Map.entry("analytics.enabled", false));

    List<String> arguments() {
        return values().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(value -> Stream.of("--config", value.getKey() + "=" + toml(value.getValue())))
                .toList();
    }

    private Map<String, Object> values() {
        var values = new LinkedHashMap<>(ALWAYS);
        values.put("model", settings.model());
        values.put(PROVIDER + "base_url", settings.baseUrl());
        values.put(PROVIDER + "request_max_retries", Math.min(REQUEST_RETRIES, settings.maxRetries()));
        values.put(PROVIDER + "stream_max_retries", settings.maxRetries());
        if (settings.reasoningEffort() != null) {
            values.put("model_reasoning_effort", settings.reasoningEffort());
        }
        return values;
    }

    /// Texts, numbers, truths and lists are written in TOML as in JSON, but for one character that JSON
    /// leaves as it is.
    private static String toml(Object value) {
        return Json.MAPPER.writeValueAsString(value).replace("\u007f", "\\u007f");
    }
}
