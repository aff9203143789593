package dev.berth.profile;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What stops a setup script from being run at all.
final class SetupScriptIssues {
    private SetupScriptIssues() {}

    static Stream<DraftIssue> of(@Nullable String script) {
        return script != null && script.indexOf('\0') >= 0
                ? Stream.of(new DraftIssue(
                        "/setupScript",
                        "setup_script_not_text",
                        "The setup script has a NUL byte at character %d; no shell reads on behind it."
                                .formatted(script.indexOf('\0') + 1),
                        "Remove the NUL byte; let the script fetch or decode binary data."))
                : Stream.empty();
    }
}
