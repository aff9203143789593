package dev.berth.profile;

import dev.berth.profile.DraftPolicy.Platform;
import dev.berth.protocol.AgentOption;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An agent that this installation does not have, or options that it does not take.
final class AgentIssues {
    private AgentIssues() {}

    static Stream<DraftIssue> of(Draft.Agent agent, Platform platform) {
        return platform.runtimes().containsKey(agent.runtime())
                ? options(agent, platform.runtimes().getOrDefault(agent.runtime(), List.of()))
                : Stream.of(new DraftIssue(
                        "/agent/runtime",
                        "runtime_unknown",
                        "There is no agent runtime called '%s'.".formatted(agent.runtime()),
                        "Use one of: %s."
                                .formatted(String.join(
                                        ", ", new TreeSet<>(platform.runtimes().keySet())))));
    }

    private static Stream<DraftIssue> options(Draft.Agent agent, List<AgentOption> known) {
        return agent.options().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(option -> known.stream()
                        .filter(candidate -> candidate.name().equals(option.getKey()))
                        .findFirst()
                        .map(rule -> value(rule, option.getValue()))
                        .orElseGet(() -> Stream.of(unknown(agent.runtime(), option.getKey(), known))));
    }

    private static Stream<DraftIssue> value(AgentOption rule, Object value) {
        return rule
                .expected(value)
                .map(expected -> new DraftIssue(
                        DraftIssue.pointer("/agent/options", rule.name()),
                        "agent_option_invalid",
                        "The option '%s' must be %s.".formatted(rule.name(), expected),
                        "Change the value, or remove the option to have its default."))
                .stream();
    }

    private static DraftIssue unknown(String runtime, String name, List<AgentOption> known) {
        return new DraftIssue(
                DraftIssue.pointer("/agent/options", name),
                "agent_option_unknown",
                "The runtime '%s' has no option '%s'.".formatted(runtime, name),
                known.isEmpty()
                        ? "Remove it: the runtime takes none."
                        : "Use one of: %s."
                                .formatted(known.stream()
                                        .map(AgentOption::name)
                                        .sorted()
                                        .collect(Collectors.joining(", "))));
    }
}
