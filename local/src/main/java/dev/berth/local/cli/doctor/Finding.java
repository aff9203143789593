package dev.berth.local.cli.doctor;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/// What one look at the machine says.
///
/// @param remedy what to do; absent where all is well
public record Finding(
        String subject,
        Level level,
        String detail,
        @Nullable String remedy) {

    public enum Level {
        GOOD("good"),
        /// Works, with a limit worth knowing.
        LIMITED("limited"),
        /// Berth does not run without it.
        MISSING("missing");

        private final String word;

        Level(String word) {
            this.word = word;
        }

        @JsonValue
        public String word() {
            return word;
        }
    }

    static Finding good(String subject, String detail) {
        return new Finding(subject, Level.GOOD, detail, null);
    }

    static Finding limited(String subject, String detail, String remedy) {
        return new Finding(subject, Level.LIMITED, detail, remedy);
    }

    static Finding missing(String subject, String detail, String remedy) {
        return new Finding(subject, Level.MISSING, detail, remedy);
    }
}
