package dev.berth.supervisor;

import dev.berth.event.EventData;
import dev.berth.event.EventData.CommandOutput;
import dev.berth.event.OutputStreamName;
import dev.berth.protocol.Protocol;
import dev.berth.supervisor.agent.AgentListener;
import dev.berth.supervisor.control.Outbox;
import dev.berth.supervisor.output.Overflow;
import dev.berth.supervisor.output.TurnOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// Makes session events of what the agent does.
final class AgentEvents implements AgentListener {
    private final Outbox outbox;
    private final SessionLog log;
    private final LongTexts longTexts;
    private final Path overflowFolder;
    private final Consumer<Signal> signals;
    private TurnOutput output;
    private int turns;

    AgentEvents(Outbox outbox, SessionLog log, LongTexts longTexts, Path overflowFolder, Consumer<Signal> signals) {
        this.outbox = outbox;
        this.log = log;
        this.longTexts = longTexts;
        this.overflowFolder = overflowFolder;
        this.signals = signals;
        this.output = freshOutput();
    }

    @Override
    public void event(EventData data) {
        outbox.awaitRoom();
        longTexts.fitting(data).forEach(log::byAgent);
    }

    @Override
    public void output(OutputStreamName stream, byte[] bytes, int offset, int length) {
        outbox.awaitRoom();
        currentOutput().write(stream, bytes, offset, length);
    }

    @Override
    public void turnEnded(EventData.TurnEnded end) {
        signals.accept(new Signal.TurnEnded(end));
    }

    /// Tells the rest of a turn's output, and begins to count anew. Says what did not fit into the log.
    Optional<Overflow> endOutput() throws IOException {
        TurnOutput ended;
        synchronized (this) {
            ended = output;
            output = freshOutput();
        }
        return ended.end();
    }

    private synchronized TurnOutput currentOutput() {
        return output;
    }

    private TurnOutput freshOutput() {
        return new TurnOutput(
                Protocol.MAX_TURN_OUTPUT_BYTES,
                overflowFolder.resolve("output-%d".formatted(turns++)),
                (stream, text) -> log.byAgent(new CommandOutput(null, stream, text, null, null, null)));
    }
}
