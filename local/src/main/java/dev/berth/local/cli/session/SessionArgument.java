package dev.berth.local.cli.session;

import picocli.CommandLine.Parameters;

/// The session that a command is about.
final class SessionArgument {
    @Parameters(index = "0", paramLabel = "SESSION", description = "Id of the session (ses_…).")
    private String id;

    String id() {
        return id;
    }
}
