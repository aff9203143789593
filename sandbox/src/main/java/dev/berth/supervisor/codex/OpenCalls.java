package dev.berth.supervisor.codex;

import dev.berth.event.EventData.ToolResult;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Calls of tools that have not ended, so that each gets one result: from codex, or, when codex cannot give it any
/// more, from here.
final class OpenCalls {
    private final Set<String> open = new HashSet<>();
    private final Set<String> givenUp = new HashSet<>();

    synchronized void began(Item item) {
        switch (item) {
            case Item.Command _, Item.FileChange _, Item.ToolUse _ -> open.add(item.id());
            case Item.Message _, Item.Other _ -> {}
        }
    }

    /// False when its result was told already.
    synchronized boolean ended(Item item) {
        open.remove(item.id());
        return !givenUp.remove(item.id());
    }

    synchronized List<ToolResult> giveUp(Collection<String> calls) {
        var left = calls.stream().filter(open::contains).sorted().toList();
        left.forEach(open::remove);
        givenUp.addAll(left);
        return left.stream()
                .map(call -> Translator.result(call, false, null, ""))
                .toList();
    }

    synchronized List<ToolResult> giveUpAll() {
        return giveUp(Set.copyOf(open));
    }
}
