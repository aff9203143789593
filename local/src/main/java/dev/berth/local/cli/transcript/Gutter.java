package dev.berth.local.cli.transcript;

import dev.berth.local.cli.terminal.Colours;
import dev.berth.local.cli.terminal.Ink;
import dev.berth.local.cli.terminal.SafeText;
import dev.berth.local.cli.terminal.Style;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sets streamed text line by line behind its channel's mark. Colours that the text itself sets last over its own
/// lines and never leak into ours.
final class Gutter {
    private final Style style;
    private final Map<Channel, SafeText> texts = new HashMap<>();
    private @Nullable Channel open;

    Gutter(Style style) {
        this.style = style;
    }

    String append(Channel channel, String piece) {
        StringBuilder text = new StringBuilder(channel.equals(open) ? "" : closeLine());
        int start = 0;
        for (int end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', start)) {
            text.append(part(channel, piece.substring(start, end))).append(endLine(channel));
            start = end + 1;
        }
        return start == piece.length()
                ? text.toString()
                : text.append(part(channel, piece.substring(start))).toString();
    }

    /// Ends the line that is open, if one is, so that something else can follow.
    String closeLine() {
        return open == null ? "" : endLine(open);
    }

    /// The channel will not go on.
    void forget(Channel channel) {
        texts.remove(channel);
    }

    private String part(Channel channel, String piece) {
        boolean starts = !channel.equals(open);
        if (!starts && piece.isEmpty()) {
            return "";
        }
        open = channel;
        SafeText safe = safe(channel);
        return (starts ? style.ink(Ink.DIM, channel.mark()) : "")
                + style.open(channel.ink())
                + safe.colour()
                + safe.show(piece)
                + style.reset();
    }

    private String endLine(Channel channel) {
        String rest = open == null ? part(channel, "") : "";
        open = null;
        return rest + safe(channel).endLine() + "\n";
    }

    private SafeText safe(Channel channel) {
        return texts.computeIfAbsent(
                channel, c -> new SafeText(style == Style.COLOUR ? Colours.SENT : Colours.DROPPED));
    }
}
