package dev.berth.profile;

/// Something in a draft that stops it from being published.
///
/// @param pointer JSON pointer into the draft
/// @param code stable and documented, `snake_case`
public record DraftIssue(String pointer, String code, String detail, String remedy) {

    /// The pointer to a field whose name is the caller's.
    static String pointer(String object, String field) {
        return object + "/" + field.replace("~", "~0").replace("/", "~1");
    }
}
