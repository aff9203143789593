package dev.berth.supervisor.codex;

import dev.berth.event.Json;

/// The `config.toml` that codex is started with.
///
/// A provider of our own, since the built-in one tries WebSockets first. Nothing that acts by itself: goals would start
/// turns that nobody asked for, plugins and update checks call hosts that nobody named. No sandbox within the sandbox
/// and no asking, since nobody is there to answer. Commands see the profile's `PATH` as it is, which a login shell
// would
/// replace, and not the model's key.
record CodexConfig(CodexSettings settings) {
    static final String KEY_VARIABLE = "MODEL_KEY";

    private static final int REQUEST_RETRIES = 2;
    private static final int STREAM_IDLE_MILLIS = 300_000;

    String toml() {
        return """
                model = %s
                model_provider = "berth"
                %sapproval_policy = "never"
                sandbox_mode = "danger-full-access"
                allow_login_shell = false
                check_for_update_on_startup = false
                web_search = "disabled"

                [model_providers.berth]
                name = "berth"
                base_url = %s
                env_key = "%s"
                wire_api = "responses"
                request_max_retries = %d
                stream_max_retries = %d
                stream_idle_timeout_ms = %d

                [shell_environment_policy]
                exclude = ["%s", "CODEX_HOME", "CODEX_SQLITE_HOME"]

                [features]
                goals = false
                plugins = false
                unbounded_connection_retries = false

                [analytics]
                enabled = false
                """.formatted(
                        quoted(settings.model()),
                        effort(),
                        quoted(settings.baseUrl()),
                        KEY_VARIABLE,
                        Math.min(REQUEST_RETRIES, settings.maxRetries()),
                        settings.maxRetries(),
                        STREAM_IDLE_MILLIS,
                        KEY_VARIABLE);
    }

    private String effort() {
        return settings.reasoningEffort() == null
                ? ""
                : "model_reasoning_effort = %s%n".formatted(quoted(settings.reasoningEffort()));
    }

    /// TOML's basic strings are JSON's, but for one character that JSON leaves as it is.
    private static String quoted(String text) {
        return Json.MAPPER.writeValueAsString(text).replace("\u007f", "\\u007f");
    }
}
