package dev.berth.local.workflow;

import dev.berth.local.workflow.definition.Definition;
import dev.berth.local.workflow.definition.DefinitionReader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The definitions that executions run by: an execution goes on with the one it was started with, also after an
/// upgrade.
final class Definitions {
    private final Executions executions;
    private final Definition current;
    private final Map<String, Definition> known = new ConcurrentHashMap<>();

    Definitions(Executions executions, Definition current) {
        this.executions = executions;
        this.current = current;
        known.put(current.hash(), current);
    }

    void keepCurrent() {
        executions.keepDefinition(current.hash(), current.source());
    }

    Definition current() {
        return current;
    }

    Definition of(Execution execution) {
        return known.computeIfAbsent(
                execution.definition(), hash -> DefinitionReader.read(executions.definition(hash), Map.of()));
    }
}
