package dev.berth.local.cli.session;

import dev.berth.local.cli.Invocation;
import dev.berth.local.cli.api.Answer;
import dev.berth.local.cli.api.Sessions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "resume",
        description = {
            "Starts a stopped or failed session again, from its version's newest snapshot.",
            "A session whose profile is persistent goes on with the workspace that was kept."
        },
        footer = {"", "Examples:", "  berth session resume ses_01k8…", "  berth session resume --fresh ses_01k8…"})
public final class ResumeSession extends Steering {
    @Option(names = "--fresh", description = "Begin without the workspace that was kept; what was kept is given up.")
    private boolean fresh;

    public ResumeSession(Invocation invocation) {
        super(invocation);
    }

    @Override
    Answer ask(Sessions sessions, String session) {
        return sessions.resume(session, fresh);
    }
}
