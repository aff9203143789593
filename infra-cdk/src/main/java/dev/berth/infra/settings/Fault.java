package dev.berth.infra.settings;

/// Something in the installer's choices that cannot be deployed.
///
/// @param path of the setting in `berth.json`
/// @param remedy what to change
public record Fault(String path, String problem, String remedy) {
    @Override
    public String toString() {
        return "%s: %s → %s".formatted(path, problem, remedy);
    }
}
