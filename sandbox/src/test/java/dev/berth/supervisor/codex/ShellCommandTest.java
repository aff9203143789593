package dev.berth.supervisor.codex;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellCommandTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /bin/bash -lc 'echo $HOME; exit 3'          | echo $HOME; exit 3
            /bin/bash -c "grep -n '##' \\"a b\\" \\$x" | grep -n '##' "a b" $x
            /bin/zsh -c 'it'"'"'s'                      | it's
            sh -c ls                                    | ls
            bash -c a\\ b                               | a b
            bash -c ''                                  | ``
            bash -c "a\\n"                              | a\\n
            """)
    void whatTheShellWasGivenIsTakenOutOfItsQuotes(String commandLine, String script) {
        assertThat(ShellCommand.script(commandLine)).isEqualTo(script);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ls -la", "bash -c 'open", "bash -c \"open", "bash -c two words", "bash -c x\\", "bash x"})
    void whatIsNotOneWordForAShellStaysAsItIs(String commandLine) {
        assertThat(ShellCommand.script(commandLine)).isEqualTo(commandLine);
    }
}
