package dev.berth.local.cli.terminal;

/// Makes text that others wrote safe to print: control sequences, invisible and direction-changing characters are
/// shown in a readable form instead of being sent. Keeps an unfinished colour sequence until the next piece, so one
/// instance serves one stream.
public final class SafeText {
    private static final char ESCAPE = '\u001b';
    private static final int MAX_REMEMBERED_COLOUR = 256;

    private final Colours colours;
    private final StringBuilder held = new StringBuilder();
    private String colour = "";

    public SafeText(Colours colours) {
        this.colours = colours;
    }

    /// The whole of a text at once, colours shown too.
    public static String of(String text) {
        SafeText safe = new SafeText(Colours.SHOWN);
        return safe.show(text) + safe.endLine();
    }

    /// Of a text that must stay on one line.
    public static String line(String text) {
        return of(text).replace("\n", "␊");
    }

    public String show(String piece) {
        StringBuilder shown = new StringBuilder(piece.length() + 16);
        piece.codePoints().forEach(codePoint -> take(codePoint, shown));
        return shown.toString();
    }

    /// To be called where a line or the text ends: what was held back comes out, readable; but a carriage return
    /// before a line feed means nothing.
    public String endLine() {
        if (held.length() == 1 && held.charAt(0) == '\r') {
            held.setLength(0);
        }
        return release();
    }

    /// The sequence that brings back the colour the text has set so far.
    public String colour() {
        return colour;
    }

    private void take(int codePoint, StringBuilder shown) {
        if (!held.isEmpty() && continuesHeld(codePoint)) {
            held.append((char) codePoint);
            if (codePoint == 'm') {
                shown.append(finishColour());
            }
            return;
        }
        shown.append(codePoint == '\n' ? endLine() : release());
        if (codePoint == ESCAPE || codePoint == '\r') {
            held.append((char) codePoint);
        } else {
            appendReadable(codePoint, shown);
        }
    }

    private boolean continuesHeld(int codePoint) {
        if (held.charAt(0) != ESCAPE) {
            return false;
        }
        if (held.length() == 1) {
            return codePoint == '[';
        }
        return held.length() < ColourSequence.MAX_PARAMETER_CHARACTERS
                && (codePoint == 'm' || codePoint == ';' || codePoint == ':' || (codePoint >= '0' && codePoint <= '9'));
    }

    private String finishColour() {
        String parameters = held.substring(2, held.length() - 1);
        if (colours == Colours.SHOWN || !ColourSequence.isHarmless(parameters)) {
            return release();
        }
        String sequence = held.toString();
        held.setLength(0);
        if (colours == Colours.DROPPED) {
            return "";
        }
        remember(parameters, sequence);
        return sequence;
    }

    private void remember(String parameters, String sequence) {
        if (ColourSequence.resets(parameters)) {
            colour = "";
        } else {
            colour = colour.length() > MAX_REMEMBERED_COLOUR ? sequence : colour + sequence;
        }
    }

    private String release() {
        StringBuilder shown = new StringBuilder();
        held.codePoints().forEach(codePoint -> appendReadable(codePoint, shown));
        held.setLength(0);
        return shown.toString();
    }

    private static void appendReadable(int codePoint, StringBuilder shown) {
        if (codePoint == '\n' || codePoint == '\t' || !Hidden.is(codePoint)) {
            shown.appendCodePoint(codePoint);
        } else {
            shown.append(Hidden.readable(codePoint));
        }
    }
}
