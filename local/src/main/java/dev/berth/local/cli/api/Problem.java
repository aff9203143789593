package dev.berth.local.cli.api;

import dev.berth.event.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// An error as the contract tells it (RFC 9457), whatever of it was there.
///
/// @param reason of `profile_not_startable`
public record Problem(
        @Nullable String title,
        @Nullable Integer status,
        @Nullable String detail,
        @Nullable String code,
        @Nullable String reason,
        @Nullable String remedy,
        @Nullable List<Fault> errors) {

    /// One fault in a body.
    public record Fault(@Nullable String pointer, @Nullable String detail) {}

    static Problem read(int status, String body) {
        try {
            Problem problem = Json.MAPPER.readValue(body, Problem.class);
            if (problem != null && (problem.detail() != null || problem.title() != null)) {
                return problem;
            }
        } catch (JacksonException e) {
            // no problem details: a proxy, or something else listens there
        }
        return new Problem(
                "Status " + status,
                status,
                "The answer was status %d without problem details.".formatted(status),
                null,
                null,
                "See whether BERTH_URL leads to a Berth control plane.",
                null);
    }

    public String what() {
        String text = detail != null ? detail : title;
        return text == null ? "The request was refused." : text;
    }

    public List<Fault> faults() {
        return errors == null ? List.of() : errors;
    }
}
