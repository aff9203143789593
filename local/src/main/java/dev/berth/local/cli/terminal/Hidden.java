package dev.berth.local.cli.terminal;

/// Characters that act on a terminal or on the reading order instead of being seen.
public final class Hidden {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int CONTROL_PICTURES = 0x2400;
    private static final int DELETE = 0x7F;

    private Hidden() {}

    public static boolean is(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            // the joiners spell words and emoji
            case Character.FORMAT -> codePoint != ZERO_WIDTH_JOINER && codePoint != ZERO_WIDTH_NON_JOINER;
            default -> false;
        };
    }

    static String readable(int codePoint) {
        if (codePoint < 0x20) {
            return Character.toString(CONTROL_PICTURES + codePoint);
        }
        return codePoint == DELETE ? "␡" : "<U+%04X>".formatted(codePoint);
    }
}
