package dev.berth.infra.settings;

import java.util.List;
import java.util.stream.Collectors;

/// The choices cannot be deployed. Has every fault, since whoever mends one wants to know the others.
public final class InvalidInstallation extends RuntimeException {
    private final transient List<Fault> faults;

    public InvalidInstallation(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
