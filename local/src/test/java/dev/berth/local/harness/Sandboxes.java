package dev.berth.local.harness;

import dev.berth.local.cli.up.UpSettings.Driver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The sandboxes of one data folder, to be harmed and to be counted.
public interface Sandboxes {
    static Sandboxes of(Driver driver, Path data) {
        return switch (driver) {
            case process -> new SandboxProcesses(data);
            case docker -> new SandboxContainers(data);
        };
    }

    /// The supervisor of the one there is, if there is one.
    ///
    /// @return whether there was
    boolean killSupervisor();

    /// Everything that the agent runs.
    ///
    /// @return whether there was anything
    boolean killAgent();

    /// What still stands, in words.
    List<String> standing();

    /// Where a sandbox reaches this process.
    String hostAddress() throws IOException;

    /// All at once, as when the machine loses power.
    void kill();

    /// Ends all, and removes what would stay outside of the data folder.
    void clear();
}
