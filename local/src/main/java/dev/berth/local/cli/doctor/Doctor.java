package dev.berth.local.cli.doctor;

import dev.berth.local.cli.ExitCode;
import dev.berth.local.cli.Invocation;
import dev.berth.local.cli.JsonOption;
import dev.berth.local.cli.terminal.Ink;
import dev.berth.local.cli.terminal.JsonText;
import dev.berth.local.cli.terminal.SafeText;
import dev.berth.local.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "doctor",
        description = "Says what Berth finds on this machine, what is missing and how to get it.",
        footer = {
            "",
            "Exit codes: 0 Berth can run here; 1 something is missing.",
            "",
            "Example:",
            "  berth doctor --json"
        })
public final class Doctor implements Callable<Integer> {
    private final Invocation invocation;

    @Mixin
    private final JsonOption json = new JsonOption();

    public Doctor(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Diagnosis diagnosis = Diagnosis.of(new Examination(invocation).machine());
        if (json.asked()) {
            invocation.terminal().printLine(JsonText.pretty(diagnosis));
        } else {
            diagnosis.findings().forEach(finding -> print(finding, invocation.terminal()));
        }
        return diagnosis.canRun() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static void print(Finding finding, Terminal terminal) {
        String mark =
                switch (finding.level()) {
                    case GOOD -> terminal.style().ink(Ink.GREEN, "✓");
                    case LIMITED -> terminal.style().ink(Ink.YELLOW, "!");
                    case MISSING -> terminal.style().ink(Ink.RED, "✗");
                };
        terminal.printLine("%s %-10s %s".formatted(mark, finding.subject(), SafeText.line(finding.detail())));
        if (finding.remedy() != null) {
            terminal.printLine("             → " + SafeText.line(finding.remedy()));
        }
    }
}
