package dev.berth.supervisor;

import dev.berth.event.EventData;
import dev.berth.event.EventData.CommandOutput;
import dev.berth.event.EventData.FileChanged;
import dev.berth.event.OutputStreamName;
import dev.berth.protocol.Protocol;
import dev.berth.supervisor.agent.AgentListener;
import dev.berth.supervisor.control.Outbox;
import dev.berth.supervisor.output.Overflow;
import dev.berth.supervisor.output.TurnOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Makes session events of what the agent does.
final class AgentEvents implements AgentListener {
    private final Outbox outbox;
    private final SessionLog log;
    private final LongTexts longTexts;
    private final Path overflowFolder;
    private final Consumer<Signal> signals;
    private final StreamedBytes streamed = new StreamedBytes(Protocol.MAX_TURN_OUTPUT_BYTES);
    private final Set<FileChanged> changed = ConcurrentHashMap.newKeySet();
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
        if (data instanceof FileChanged change) {
            changed.add(change);
        }
        switch (streamed.admit(data)) {
            case AS_IT_IS -> longTexts.fitting(data).forEach(log::byAgent);
            case FIRST_OVER_LIMIT ->
                log.error(
                        "output_not_streamed",
                        "Over %d MiB were said and printed in this turn: the rest is shown in the results of the calls only"
                                .formatted(Protocol.MAX_TURN_OUTPUT_BYTES >> 20),
                        "Have commands write what matters to a file in the workspace");
            case OVER_LIMIT -> {}
        }
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
        streamed.begin();
        return ended.end();
    }

    /// Which files the agent said it changed since this was asked last.
    Set<FileChanged> takeChanged() {
        var taken = Set.copyOf(changed);
        changed.removeAll(taken);
        return taken;
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
