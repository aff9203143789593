package dev.berth.local.cli;

import dev.berth.local.cli.terminal.Ink;
import dev.berth.local.cli.terminal.SafeText;
import dev.berth.local.cli.terminal.Style;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Tells a failed command's user what happened and what to do; a stack trace only with `BERTH_DEBUG`.
final class FailureReport implements IExecutionExceptionHandler {
    private final Invocation invocation;

    FailureReport(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof ParameterException usage) {
            return command.getParameterExceptionHandler() == null ? ExitCode.USAGE : usage(usage);
        }
        return report(failure);
    }

    int report(Throwable failure) {
        CommandFailure told = failure instanceof CommandFailure known ? known : unexpected(failure);
        invocation.terminal().complain(text(told, invocation.terminal().style()));
        if (!invocation.environment().getOrDefault("BERTH_DEBUG", "").isEmpty()) {
            failure.printStackTrace(invocation.terminal().err());
        }
        return told.exitCode();
    }

    static String text(CommandFailure failure, Style style) {
        String detail = style.ink(Ink.RED, "berth: ") + SafeText.of(failure.detail());
        return failure.remedy().isEmpty() ? detail : detail + "\n  → " + SafeText.of(failure.remedy());
    }

    private int usage(ParameterException usage) {
        invocation.terminal().complain("berth: " + usage.getMessage());
        return ExitCode.USAGE;
    }

    private static CommandFailure unexpected(Throwable failure) {
        return new CommandFailure(
                "Something unexpected happened: " + failure, "Run it again with BERTH_DEBUG=1 to see where.", failure);
    }
}
