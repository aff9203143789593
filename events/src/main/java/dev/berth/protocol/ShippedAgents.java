package dev.berth.protocol;

import java.util.List;
import java.util.Map;

/// What a profile may say of each agent runtime that Berth ships: a control plane checks drafts by it without carrying
/// the runtimes themselves.
public final class ShippedAgents {
    public static final String SHELL = "shell";
    public static final String CODEX = "codex";

    public static final AgentOption.WebAddress CODEX_BASE_URL = new AgentOption.WebAddress("baseUrl");
    public static final AgentOption.OneOf CODEX_EFFORT =
            new AgentOption.OneOf("reasoningEffort", List.of("none", "minimal", "low", "medium", "high", "xhigh"));
    public static final AgentOption.WholeNumber CODEX_RETRIES = new AgentOption.WholeNumber("maxRetries", 0, 20);
    public static final AgentOption.WholeNumber CODEX_SILENCE =
            new AgentOption.WholeNumber("silenceSeconds", 10, 24 * 60 * 60);

    /// By the name of the runtime.
    public static final Map<String, List<AgentOption>> OPTIONS =
            Map.of(SHELL, List.of(), CODEX, List.of(CODEX_BASE_URL, CODEX_EFFORT, CODEX_RETRIES, CODEX_SILENCE));

    private ShippedAgents() {}
}
