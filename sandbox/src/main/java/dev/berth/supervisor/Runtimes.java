package dev.berth.supervisor;

import dev.berth.supervisor.agent.RuntimeCatalog;
import dev.berth.supervisor.codex.CodexRuntime;
import dev.berth.supervisor.shell.ShellRuntime;

/// The agent runtimes that Berth ships.
public final class Runtimes {
    public static final RuntimeCatalog ALL = RuntimeCatalog.of(new ShellRuntime(), new CodexRuntime());

    private Runtimes() {}
}
