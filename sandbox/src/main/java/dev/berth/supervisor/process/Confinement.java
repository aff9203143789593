package dev.berth.supervisor.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// What keeps the processes that are started together, and apart from the supervisor.
public sealed interface Confinement permits ProcessIsolation, ContainerAccount {
    /// Nothing that was started can outlive the supervisor, whatever it does.
    boolean confines();

    List<String> wrap(List<String> command);

    /// Whether a tree's first process becomes the parent of what lost its own, and so has to be the last to end.
    boolean adopts();

    /// Ends what is left of trees whose first process has ended.
    void endStrays() throws InterruptedException;

    /// Lets what is started write to what the supervisor made.
    void give(Path path) throws IOException;

    /// What git is told in place of the account's and the machine's configuration.
    Path gitConfiguration();
}
