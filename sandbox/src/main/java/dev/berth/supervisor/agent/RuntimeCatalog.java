package dev.berth.supervisor.agent;

import dev.berth.protocol.AgentOption;
import dev.berth.supervisor.folder.CannotPrepare;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The agent runtimes that this supervisor has.
public record RuntimeCatalog(List<AgentRuntime> runtimes) {
    public RuntimeCatalog {
        runtimes = List.copyOf(runtimes);
    }

    public static RuntimeCatalog of(AgentRuntime... runtimes) {
        return new RuntimeCatalog(Arrays.asList(runtimes));
    }

    public AgentRuntime named(String name) throws CannotPrepare {
        return runtimes.stream()
                .filter(runtime -> runtime.name().equals(name))
                .findFirst()
                .orElseThrow(() -> CannotPrepare.byCaller(
                        "runtime_unknown",
                        "There is no agent runtime called '%s'".formatted(name),
                        "Set agent.runtime in the profile to one of: %s, and publish it"
                                .formatted(String.join(", ", names()))));
    }

    /// Of each runtime, what a profile may say of it.
    public Map<String, List<AgentOption>> options() {
        return runtimes.stream().collect(Collectors.toMap(AgentRuntime::name, AgentRuntime::options));
    }

    public Set<String> names() {
        return runtimes.stream().map(AgentRuntime::name).collect(Collectors.toCollection(TreeSet::new));
    }
}
