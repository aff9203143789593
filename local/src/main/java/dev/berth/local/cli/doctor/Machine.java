package dev.berth.local.cli.doctor;

import java.nio.file.Path;
import java.util.Optional;

/// What was found on this machine; a tool that is absent has no version.
///
/// @param namespaces a process can be started in a process namespace of its own, by `setpriv` and `unshare`
/// @param docker the version of the engine that answers
/// @param driver what this data folder's sandboxes were
/// @param freeBytes where the data folder is or would be
public record Machine(
        int javaFeature,
        Optional<String> git,
        Optional<String> bash,
        boolean namespaces,
        Optional<String> docker,
        Optional<String> node,
        Optional<String> codex,
        long freeBytes,
        boolean portFree,
        Optional<String> driver,
        Data data) {

    /// The data folder, and what a client finds there.
    ///
    /// @param keyPrivate nobody but its owner can read the administrator's key
    /// @param answering a control plane answers at the URL that is kept there
    public record Data(Path folder, boolean exists, boolean writable, boolean keyPrivate, boolean answering) {}
}
