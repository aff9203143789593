package dev.berth.local.cli.session;

import dev.berth.local.cli.ExitCode;
import dev.berth.local.cli.Invocation;
import dev.berth.local.cli.api.Answer;
import dev.berth.local.cli.api.Session;
import dev.berth.local.cli.api.Sessions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "stop",
        description = "Stops a session; its transcript and last diff stay.",
        footer = {"", "Example:", "  berth session stop ses_01k8… --wait"})
public final class StopSession extends Steering {
    @Option(names = "--wait", description = "End when the session has stopped.")
    private boolean wait;

    public StopSession(Invocation invocation) {
        super(invocation);
    }

    @Override
    Answer ask(Sessions sessions, String session) {
        return sessions.stop(session);
    }

    @Override
    int then(Invocation here, String id, boolean asJson) {
        if (!wait) {
            return ExitCode.DONE;
        }
        Sessions sessions = here.sessions();
        new Watch(sessions, here.terminal(), here.clock()).follow(id, 0, Until.SESSION_ENDED, (raw, event) -> {});
        Session ended = sessions.get(id);
        if (!asJson) {
            here.terminal().printLine(id + " is " + ended.status());
        }
        return ExitCode.DONE;
    }
}
