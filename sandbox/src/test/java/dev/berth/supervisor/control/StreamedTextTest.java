package dev.berth.supervisor.control;

import static dev.berth.supervisor.control.EventFixtures.event;
import static dev.berth.supervisor.control.EventFixtures.stderr;
import static dev.berth.supervisor.control.EventFixtures.stdout;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.Actor;
import dev.berth.event.EventData.AgentText;
import dev.berth.event.EventData.CommandOutput;
import dev.berth.event.EventData.FileChanged;
import dev.berth.event.OutputStreamName;
import dev.berth.protocol.Protocol;
import dev.berth.protocol.SandboxEvent;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StreamedTextTest {
    @Test
    void piecesOfOneStreamBecomeOneEvent() {
        assertThat(StreamedText.joined(stdout("a"), stdout("b"))).contains(stdout("ab"));
        assertThat(StreamedText.joined(piece("i", "a"), piece("i", "b"))).contains(piece("i", "ab"));
    }

    @ParameterizedTest
    @MethodSource
    void whatDoesNotBelongTogetherStaysApart(SandboxEvent first, SandboxEvent second) {
        assertThat(StreamedText.joined(first, second)).isEmpty();
    }

    static Stream<Arguments> whatDoesNotBelongTogetherStaysApart() {
        var half = "x".repeat(Protocol.MAX_TEXT_BYTES / 2 + 1);
        var pointer = event(new CommandOutput(null, OutputStreamName.STDOUT, "a", true, 9L, "/outputs/1"));
        var ofCall = event(new CommandOutput("call", OutputStreamName.STDOUT, "a", null, null, null));
        return Stream.of(
                Arguments.of(stdout("a"), stderr("b")),
                Arguments.of(stdout("a"), event(new FileChanged("a", "added"))),
                Arguments.of(stdout(half), stdout(half)),
                Arguments.of(pointer, stdout("b")),
                Arguments.of(stdout("b"), pointer),
                Arguments.of(ofCall, stdout("b")),
                Arguments.of(piece("i", "a"), piece("j", "b")),
                Arguments.of(piece("i", "a"), event(new AgentText("i", "ab", null, null, null, null))),
                Arguments.of(
                        stdout("a"),
                        new SandboxEvent(
                                Instant.EPOCH, "trn_2", Actor.AGENT, stdout("b").data())));
    }

    private static SandboxEvent piece(String item, String text) {
        return event(new AgentText(item, text, true, null, null, null));
    }
}
