package dev.berth.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.berth.event.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// An error as RFC 9457 shapes it, with a stable `code` and what to do next.
///
/// @param errors what is wrong where, for a body that is not valid
/// @param extra further members, by name
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "code", "detail", "remedy", "errors"})
public record Problem(
        int status,
        String code,
        String title,
        String detail,
        String remedy,
        List<FieldError> errors,
        @JsonAnyGetter Map<String, Object> extra) {

    public static final String CONTENT_TYPE = "application/problem+json";

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

    public Problem {
        if (status < 400 || !CODE.matcher(code).matches() || detail.isBlank() || remedy.isBlank()) {
            throw new IllegalArgumentException("A problem has a code, says what happened, and what to do: " + code);
        }
        errors = List.copyOf(errors);
        extra = Map.copyOf(extra);
    }

    public static Problem of(int status, String code, String title, String detail, String remedy) {
        return new Problem(status, code, title, detail, remedy, List.of(), Map.of());
    }

    @JsonProperty
    public String type() {
        return "https://berth.dev/problems/" + code.replace('_', '-');
    }

    public Problem with(String member, Object value) {
        var all = new TreeMap<>(extra);
        all.put(member, value);
        return new Problem(status, code, title, detail, remedy, errors, all);
    }

    public ProblemException exception() {
        return new ProblemException(this);
    }

    public HttpResponse response() {
        return new HttpResponse(status, Map.of("content-type", CONTENT_TYPE), Json.MAPPER.writeValueAsBytes(this));
    }

    /// @param pointer JSON pointer into the body
    public record FieldError(String pointer, String detail) {}
}
