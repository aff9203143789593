package dev.berth.local.workflow.definition;

import static java.util.stream.Collectors.joining;

import java.util.List;

/// A definition holds what the interpreter does not do, or is not one. Says everything that is wrong with it.
public final class DefinitionRefused extends RuntimeException {
    private final List<Fault> faults;

    /// @param pointer the JSON pointer of what is refused
    public record Fault(String pointer, String problem) {}

    DefinitionRefused(List<Fault> faults) {
        super(faults.stream()
                .map(fault -> "at '" + fault.pointer() + "': " + fault.problem())
                .collect(joining("\n  ", "The workflow definition cannot be run:\n  ", "")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
