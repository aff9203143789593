package dev.berth.local.cli.profile;

import dev.berth.local.cli.CommandFailure;
import dev.berth.local.cli.ExitCode;
import dev.berth.local.cli.Invocation;
import dev.berth.local.cli.api.Profiles;
import dev.berth.local.cli.api.Snapshot;
import dev.berth.local.cli.api.Version;
import dev.berth.local.cli.terminal.Ink;
import dev.berth.local.cli.terminal.JsonText;
import dev.berth.local.cli.terminal.Terminal;

/// Publishes a draft and, if asked, follows its snapshot to the end.
final class Publishing {
    private final Terminal terminal;
    private final Profiles profiles;
    private final boolean json;

    Publishing(Invocation invocation, Profiles profiles, boolean json) {
        this.terminal = invocation.terminal();
        this.profiles = profiles;
        this.json = json;
    }

    int publish(String profile, boolean wait) {
        Version version = profiles.publish(profile);
        if (!wait) {
            terminal.printLine(
                    json
                            ? JsonText.pretty(version)
                            : "version " + version.version() + ", its snapshot is " + status(version));
            return ExitCode.DONE;
        }
        if (!json) {
            terminal.printLine("version " + version.version());
        }
        Snapshot snapshot =
                new SnapshotWatch(profiles, json ? text -> {} : terminal::print).untilEnded(profile, version.version());
        return ended(snapshot);
    }

    private int ended(Snapshot snapshot) {
        if (json) {
            terminal.printLine(JsonText.pretty(snapshot));
        }
        if (!snapshot.ready()) {
            throw failure(snapshot);
        }
        if (!json) {
            terminal.printLine(terminal.style().ink(Ink.GREEN, "✓ the snapshot is ready"));
        }
        return ExitCode.DONE;
    }

    private static CommandFailure failure(Snapshot snapshot) {
        return snapshot.failure() == null
                ? new CommandFailure("The snapshot failed.", "See its log above, mend the draft and publish again.")
                : new CommandFailure(
                        snapshot.failure().detail(), snapshot.failure().remedy());
    }

    private static String status(Version version) {
        return version.snapshot() == null ? "queued" : version.snapshot().status();
    }
}
