package dev.berth.local.cli.session;

import dev.berth.local.cli.Invocation;
import dev.berth.local.cli.JsonOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "watch",
        description =
                "Shows what happens in a session, from its beginning until it ends. Ctrl-C ends only the watching.",
        footer = {"", "Example:", "  berth session watch ses_01k8… --after 120"})
public final class WatchSession implements Callable<Integer> {
    private final Invocation invocation;

    @Mixin
    private final SessionArgument session = new SessionArgument();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Option(names = "--after", paramLabel = "SEQ", description = "Leave out the events up to this number.")
    private long after;

    @Option(names = "--no-follow", description = "Print what there is and end.")
    private boolean noFollow;

    public WatchSession(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Until until = noFollow ? Until.NOTHING_NEW : Until.SESSION_ENDED;
        return new Following(invocation, json.asked()).follow(session.id(), after, until);
    }
}
