package dev.berth.supervisor.output;

import java.util.ArrayList;
import java.util.List;

/// Cuts texts to a length in UTF-8 bytes, never inside a code point.
public final class TextPieces {
    private TextPieces() {}

    public static List<String> of(String text, int maxBytes) {
        var pieces = new ArrayList<String>();
        for (var from = 0; from < text.length(); ) {
            var to = endOfPiece(text, from, maxBytes);
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces;
    }

    public static String head(String text, int maxBytes) {
        return text.substring(0, endOfPiece(text, 0, maxBytes));
    }

    private static int endOfPiece(String text, int from, int maxBytes) {
        var bytes = 0;
        for (var at = from; at < text.length(); ) {
            var codePoint = text.codePointAt(at);
            bytes += TextSize.utf8(codePoint);
            if (bytes > maxBytes) {
                return at;
            }
            at += Character.charCount(codePoint);
        }
        return text.length();
    }
}
