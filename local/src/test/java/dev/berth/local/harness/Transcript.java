package dev.berth.local.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A session's events as a reader got them: what was read once stays as it is.
final class Transcript {
    private static final int PAGE = 1000;
    private static final int WAIT_SECONDS = 1;
    private static final int PATIENCE = 180;

    private final Client client;
    private final String session;
    private final List<JsonNode> events = new ArrayList<>();

    Transcript(Client client, String session) {
        this.client = client;
        this.session = session;
    }

    /// Reads on until it tells what was awaited.
    void await(String what, Predicate<Transcript> told) {
        for (var read = 0; !told.test(this); read++) {
            assertThat(read)
                    .as("awaiting that %s, with the events %s", what, events)
                    .isLessThan(PATIENCE);
            readOn(WAIT_SECONDS);
        }
    }

    Stream<JsonNode> of(String type) {
        return events.stream().filter(event -> event.path("type").asString().equals(type));
    }

    /// Those that were acknowledged, and no others.
    Stream<String> messages() {
        return of("message.received")
                .map(event -> event.path("data").path("message").asString());
    }

    /// The turn that a message was given to the agent in, if it was.
    Stream<String> turnsOf(String message) {
        return of("turn.started")
                .filter(event -> event.path("data").path("message").asString().equals(message))
                .map(event -> event.path("turn").asString());
    }

    /// How the turns of a message ended.
    List<String> outcomesOf(String message) {
        var turns = turnsOf(message).toList();
        return of("turn.ended")
                .filter(event -> turns.contains(event.path("turn").asString()))
                .map(event -> event.path("data").path("outcome").asString())
                .toList();
    }

    /// What the agent printed while it had a message.
    String outputOf(String message) {
        return outputOf(message, _ -> true);
    }

    /// @param stream the one that is asked for
    String outputOf(String message, String stream) {
        return outputOf(
                message, event -> event.path("data").path("stream").asString().equals(stream));
    }

    private String outputOf(String message, Predicate<JsonNode> isAskedFor) {
        var turns = turnsOf(message).toList();
        var output = new StringBuilder();
        of("command.output")
                .filter(event -> turns.contains(event.path("turn").asString()))
                .filter(isAskedFor)
                .forEach(event -> output.append(event.path("data").path("text").asString()));
        return output.toString();
    }

    String lastStatus() {
        return of("session.status")
                .reduce((_, last) -> last)
                .map(Transcript::status)
                .orElse("");
    }

    /// Reads everything again: it is what was read before, numbered without a gap.
    void check() {
        readOn(0);
        var again = new Transcript(client, session);
        again.readOn(0);
        assertThat(again.events).isEqualTo(events);
        assertThat(events.stream().map(event -> event.path("seq").asLong()))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, events.size()).boxed().toList());
        assertThat(of("turn.started").map(event -> event.path("turn").asString()))
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(of("turn.ended")
                        .map(event -> event.path("turn").asString())
                        .toList());
        assertThat(of("turn.started")
                        .map(event -> event.path("data").path("message").asString()))
                .doesNotHaveDuplicates();
    }

    /// The numbered lines of a turn that was cut off are the first ones, of any other all.
    void checkLines(String message, int lines) {
        var expected = IntStream.rangeClosed(1, lines)
                .mapToObj(number -> "line " + number)
                .toList();
        var seen = outputOf(message).lines().toList();
        if (outcomesOf(message).equals(List.of("completed"))) {
            assertThat(seen).isEqualTo(expected);
        } else {
            assertThat(expected).as("begins with %s", seen).startsWith(seen.toArray(String[]::new));
        }
    }

    @Override
    public String toString() {
        return events.toString();
    }

    private void readOn(int waitSeconds) {
        var path =
                "/v1/sessions/%s/events?after=%d&limit=%d&wait=%d".formatted(session, events.size(), PAGE, waitSeconds);
        client.get(path).expect(200).body().path("items").forEach(events::add);
    }

    private static String status(JsonNode event) {
        return event.path("data").path("status").asString();
    }
}
