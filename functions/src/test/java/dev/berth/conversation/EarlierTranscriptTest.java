package dev.berth.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.EventData;
import dev.berth.event.MessageMode;
import dev.berth.event.TurnOutcome;
import dev.berth.organization.Ids;
import dev.berth.session.SessionKey;
import dev.berth.store.InMemoryDynamoDb;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EarlierTranscriptTest {
    @RegisterExtension
    static final InMemoryDynamoDb DYNAMO_DB = new InMemoryDynamoDb();

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final SessionKey session = new SessionKey("org_1", Ids.ulids().next("ses"));
    private final EventLog log = new EventLog(DYNAMO_DB.store());
    private final EarlierTranscript transcript = new EarlierTranscript(log);

    @Test
    void itHasWhatWasAskedAndAnsweredAndNotWhatIsStillToCome() {
        said(
                new EventData.MessageReceived("msg_1", "first", MessageMode.QUEUE, null, null, null),
                new EventData.TurnStarted("msg_1"),
                new EventData.AgentText("i", "half", true, null, null, null),
                new EventData.AgentText("i", "whole", null, null, null, null),
                new EventData.MessageReceived("msg_2", "still queued", MessageMode.QUEUE, null, null, null),
                new EventData.TurnEnded(TurnOutcome.COMPLETED, null, null, null));

        assertThat(transcript.of(session)).isEqualTo("[message] first\n\n[agent] whole\n\n[turn ended: completed]");
    }

    @Test
    void whereNothingWasSaidThereIsNone() {
        said(new EventData.MessageReceived("msg_1", "first", MessageMode.QUEUE, null, null, null));

        assertThat(transcript.of(session)).isNull();
    }

    @Test
    void ofAVeryLongOneTheNewestPartIsKept() {
        said(
                new EventData.MessageReceived("msg_1", "first", MessageMode.QUEUE, null, null, null),
                new EventData.TurnStarted("msg_1"),
                new EventData.AgentText("i", "x".repeat(60_000), null, null, null, null),
                new EventData.AgentText("j", "the end", null, null, null, null));

        assertThat(transcript.of(session)).startsWith("…").endsWith("the end").hasSizeLessThan(50_000);
    }

    private void said(EventData... events) {
        var entries = Stream.of(events).map(event -> LogEntry.berth(NOW, event)).toList();
        assertThat(log.append(log.tail(session).next(1, entries))).isTrue();
    }
}
