package dev.berth.supervisor.output;

/// How long a text is in bytes, without encoding it.
public final class TextSize {
    /// `\u0000`
    private static final int ESCAPED_BYTES = 6;

    private TextSize() {}

    public static int utf8(String text) {
        return text.codePoints().map(TextSize::utf8).sum();
    }

    /// Inside a JSON string.
    public static int json(String text) {
        return text.codePoints().map(TextSize::json).sum();
    }

    static int utf8(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return codePoint < 0x10000 ? 3 : 4;
    }

    private static int json(int codePoint) {
        return switch (codePoint) {
            case '"', '\\', '\n', '\r', '\t', '\b', '\f' -> 2;
            default -> codePoint < ' ' ? ESCAPED_BYTES : utf8(codePoint);
        };
    }
}
