package dev.berth.session;

/// Whether queued sessions may take slots now: not while a control plane shuts down or is drained.
@FunctionalInterface
public interface AdmissionGate {
    AdmissionGate OPEN = () -> true;

    boolean isOpen();
}
