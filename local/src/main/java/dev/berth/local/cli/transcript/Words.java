package dev.berth.local.cli.transcript;

import dev.berth.event.Actor;
import dev.berth.event.EventData;
import dev.berth.local.cli.terminal.HumanTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// Small phrases of the transcript.
final class Words {
    private static final int SHORT_COMMIT = 12;

    private Words() {}

    static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    static String actor(Actor actor) {
        return switch (actor.kind()) {
            case AGENT -> "the agent";
            case SANDBOX -> "the sandbox";
            case BERTH -> "Berth";
            case API_KEY -> actor.id() == null ? "an API key" : actor.id();
            case EVENT -> actor.id() == null ? "an event" : "event " + actor.id();
        };
    }

    static String checkout(EventData.Checkout checkout) {
        String commit = checkout.commit()
                .substring(0, Math.min(SHORT_COMMIT, checkout.commit().length()));
        return checkout.repository() + " at " + commit + (checkout.branch() == null ? "" : " of " + checkout.branch());
    }

    /// Cut after some lines, and says so.
    static String firstLines(String text, int limit) {
        List<String> lines = text.stripTrailing().lines().toList();
        if (lines.size() <= limit) {
            return String.join("\n", lines);
        }
        return String.join("\n", lines.subList(0, limit)) + "\n… " + count(lines.size() - limit, "more line");
    }

    static String turnDetails(@Nullable Instant startedAt, Instant endedAt, EventData.TurnEnded ended) {
        StringJoiner details = new StringJoiner(", ");
        if (ended.exitCode() != null) {
            details.add("exit code " + ended.exitCode());
        }
        if (ended.usage() != null) {
            details.add(String.format(
                    Locale.ROOT,
                    "%,d tokens in, %,d out",
                    ended.usage().inputTokens(),
                    ended.usage().outputTokens()));
        }
        String time = startedAt == null ? "" : " in " + HumanTime.length(Duration.between(startedAt, endedAt));
        String reason = ended.detail() == null ? "" : ": " + ended.detail();
        return time + (details.length() == 0 ? "" : " (" + details + ")") + reason;
    }

    static String truncation(@Nullable Boolean truncated, @Nullable Long bytes, @Nullable String url) {
        return !Boolean.TRUE.equals(truncated)
                ? ""
                : "… the rest of " + (bytes == null ? "it" : bytes + " bytes") + " is at " + url;
    }
}
