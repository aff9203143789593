package dev.berth.local.docker;

/// Where things are in a container.
final class Layout {
    /// The sandbox's folder, with workspace and home in it.
    static final String FOLDER = "/sandbox";

    /// Whom the agent runs as; high enough to be nobody's in images people make.
    static final int AGENT_UID = 7000;

    private Layout() {}
}
