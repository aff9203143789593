package dev.berth.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/// An error as RFC 9457 shapes it, with a stable `code` and what to do next.
///
/// @param errors what is wrong where, for a body that is not valid
/// @param extra further members, by name
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        int status,
        String code,
        String title,
        String detail,
        String remedy,
        List<FieldError> errors,
        @JsonAnyGetter Map<String, Object> extra) {

    public Problem {
        errors = List.copyOf(errors);
        extra = Map.copyOf(extra);
    }

    public static Problem of(int status, String code, String title, String detail, String remedy) {
        return new Problem(status, code, title, detail, remedy, List.of(), Map.of());
    }

    public String type() {
        return "https://berth.dev/problems/" + code.replace('_', '-');
    }

    public ProblemException exception() {
        return new ProblemException(this);
    }

    /// @param pointer JSON pointer into the body
    public record FieldError(String pointer, String detail) {}
}
