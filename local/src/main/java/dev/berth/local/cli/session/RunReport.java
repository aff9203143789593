package dev.berth.local.cli.session;

import dev.berth.local.cli.api.Session;
import dev.berth.local.cli.terminal.Ink;
import dev.berth.local.cli.terminal.JsonText;
import dev.berth.local.cli.terminal.Terminal;
import dev.berth.local.cli.transcript.DiffText;
import java.util.LinkedHashMap;
import java.util.Map;

/// What `berth run` says at the end.
record RunReport(Session session, Progress end, String diff) {

    void print(Terminal terminal) {
        if (!diff.isBlank()) {
            terminal.print(
                    "\n" + terminal.style().ink(Ink.HEADING, "━━ Diff") + "\n" + DiffText.of(diff, terminal.style()));
        } else {
            terminal.note("Nothing was changed.");
        }
        Following.complain(session, terminal);
    }

    /// The last line of `--json`, after the events.
    void printJson(Terminal terminal) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("type", "run.ended");
        line.put("session", session.id());
        line.put("outcome", RunOutcome.word(end));
        line.put("exitCode", RunOutcome.exitCode(end));
        if (session.failure() != null) {
            line.put("failure", session.failure());
        }
        line.put("diff", diff);
        terminal.printLine(JsonText.line(line));
    }
}
