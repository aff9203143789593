package dev.berth.local.cli.profile;

import dev.berth.local.cli.api.Pause;
import dev.berth.local.cli.api.Profiles;
import dev.berth.local.cli.api.Snapshot;
import dev.berth.local.cli.terminal.Colours;
import dev.berth.local.cli.terminal.SafeText;
import java.time.Duration;
import java.util.function.Consumer;

/// Follows the build of a snapshot, whose log is readable while it runs.
public final class SnapshotWatch {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(400);

    private final Profiles profiles;
    private final Consumer<String> out;
    private final SafeText safe = new SafeText(Colours.DROPPED);
    private String shown = "";

    public SnapshotWatch(Profiles profiles, Consumer<String> out) {
        this.profiles = profiles;
        this.out = out;
    }

    public Snapshot untilEnded(String profile, int version) {
        while (true) {
            Snapshot snapshot = profiles.snapshot(profile, version);
            show(snapshot.log() == null ? "" : snapshot.log());
            if (snapshot.ended()) {
                out.accept(shown.isEmpty() || shown.endsWith("\n") ? "" : "\n");
                return snapshot;
            }
            Pause.of(BETWEEN_LOOKS);
        }
    }

    /// A log that no longer begins as before (it is cut at the front, or another build's) is shown anew.
    private void show(String log) {
        out.accept(safe.show(log.startsWith(shown) ? log.substring(shown.length()) : log));
        shown = log;
    }
}
