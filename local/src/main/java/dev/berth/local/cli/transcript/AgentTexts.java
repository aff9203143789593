package dev.berth.local.cli.transcript;

import dev.berth.event.EventData;
import dev.berth.local.cli.terminal.Ink;
import java.util.HashMap;
import java.util.Map;

/// What the agent says. Pieces appear as they come; the whole then adds only what is still missing, and is printed
/// again when the pieces were not its beginning.
final class AgentTexts {
    private final Gutter gutter;
    private final boolean live;
    private final Map<String, StringBuilder> pieces = new HashMap<>();

    AgentTexts(Gutter gutter, boolean live) {
        this.gutter = gutter;
        this.live = live;
    }

    String render(EventData.AgentText text) {
        return Boolean.TRUE.equals(text.partial()) ? piece(text) : whole(text);
    }

    /// Items do not go on over the end of a turn.
    String forgetAll() {
        pieces.keySet().forEach(item -> gutter.forget(channel(item)));
        pieces.clear();
        return "";
    }

    private String piece(EventData.AgentText text) {
        if (!live) {
            return "";
        }
        pieces.computeIfAbsent(text.item(), item -> new StringBuilder()).append(text.text());
        return gutter.append(channel(text.item()), text.text());
    }

    private String whole(EventData.AgentText text) {
        StringBuilder shown = pieces.remove(text.item());
        Channel channel = channel(text.item());
        String rest = rest(shown == null ? "" : shown.toString(), text.text());
        String truncation = Words.truncation(text.truncated(), text.bytes(), text.url());
        String rendered = gutter.append(channel, rest)
                + gutter.closeLine()
                + (truncation.isEmpty() ? "" : gutter.append(channel, truncation) + gutter.closeLine());
        gutter.forget(channel);
        return rendered;
    }

    private static String rest(String shown, String whole) {
        if (whole.startsWith(shown)) {
            return whole.substring(shown.length());
        }
        return "\n(said anew)\n" + whole;
    }

    private static Channel channel(String item) {
        return new Channel("agent " + item, "  ", Ink.PLAIN);
    }
}
