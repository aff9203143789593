package dev.berth.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTreeTest {

    static Stream<String> commands() {
        return Stream.of(
                "up",
                "run",
                "doctor",
                "aws init",
                "profile create",
                "profile edit",
                "profile publish",
                "profile list",
                "profile show",
                "session start",
                "session list",
                "session show",
                "session watch",
                "session send",
                "session interrupt",
                "session stop",
                "session resume",
                "session diff",
                "session delete");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void eachCommandHasHelpWithAnExample(String command) {
        CommandRun help = berth((command + " --help").split(" ", -1));
        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("Usage: berth " + command, "Example", "  berth " + command);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "session",
                "profile",
                "nope",
                "session nope",
                "up --port x",
                "up --port 70000",
                "up --driver vm"
            })
    void wrongUseEndsWithTwo(String arguments) {
        assertThat(berth(Stream.of(arguments.split(" ", -1))
                                .filter(word -> !word.isEmpty())
                                .toArray(String[]::new))
                        .exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void theDemoIsHidden() {
        assertThat(berth("--help").out()).doesNotContain("demo  ");
    }

    @Test
    void aStackTraceIsThereForThoseWhoAskOnly() {
        List<String> arguments = List.of("session", "list");
        CommandRun usual = CommandRun.in(Path.of("target"), Map.of(), "", arguments.toArray(String[]::new));
        CommandRun debug =
                CommandRun.in(Path.of("target"), Map.of("BERTH_DEBUG", "1"), "", arguments.toArray(String[]::new));
        assertThat(usual.err()).doesNotContain("\tat ");
        assertThat(debug.err()).contains("\tat ");
    }

    private static CommandRun berth(String... arguments) {
        return CommandRun.in(Path.of("target"), Map.of(), "", arguments);
    }
}
