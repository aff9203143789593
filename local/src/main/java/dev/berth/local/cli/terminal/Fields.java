package dev.berth.local.cli.terminal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Named values below each other; what is absent is left out.
public final class Fields {
    private final Style style;
    private final Instant now;
    private final StringBuilder text = new StringBuilder();

    public Fields(Style style, Instant now) {
        this.style = style;
        this.now = now;
    }

    public Fields add(String name, @Nullable Object value) {
        if (value != null) {
            String shown = value instanceof Instant at ? HumanTime.ago(at, now) : SafeText.line(value.toString());
            text.append(style.ink(Ink.DIM, "%-11s".formatted(name)))
                    .append(shown)
                    .append('\n');
        }
        return this;
    }

    public String text() {
        return text.toString();
    }
}
