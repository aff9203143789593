package dev.berth.supervisor.shell;

import dev.berth.supervisor.agent.AgentContext;
import dev.berth.supervisor.agent.AgentListener;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;

/// Starts a shell host: the first, and another when a script has killed the one before.
record ShellHosts(AgentContext context, ShellState state, AgentListener listener) {
    private static final int MARKER_BYTES = 16;

    ShellHost start(ShellHost.Listener hostListener) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(state.hostCommand())
                .directory(context.workingDirectory().toFile());
        context.environment().applyTo(builder);
        var host = new ShellHost(context.launcher().start(builder), randomMarker(), hostListener);
        host.begin();
        return host;
    }

    private static String randomMarker() {
        var bytes = new byte[MARKER_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
