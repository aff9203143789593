package dev.berth.local.harness;

/// One death of a control plane.
///
/// @param point where it dies
/// @param passing at which time in all lives, from 1
public record Kill(String point, int passing) {
    static Kill parse(String text) {
        var at = text.lastIndexOf('@');
        return new Kill(text.substring(0, at), Integer.parseInt(text.substring(at + 1)));
    }

    @Override
    public String toString() {
        return point + "@" + passing;
    }
}
