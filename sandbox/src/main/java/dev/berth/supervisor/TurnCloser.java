package dev.berth.supervisor;

import dev.berth.event.EventData;
import dev.berth.event.EventData.CommandOutput;
import dev.berth.protocol.Protocol;
import dev.berth.protocol.UploadRequest;
import dev.berth.supervisor.control.GenerationEnded;
import dev.berth.supervisor.control.Uploads;
import dev.berth.supervisor.output.Overflow;
import dev.berth.supervisor.process.Deadline;
import java.io.IOException;
import java.nio.file.Files;

/// Says all there is to say of a turn before its end is said: the rest of its output, what it changed, the diff.
final class TurnCloser {
    private final SessionLog log;
    private final AgentEvents agentEvents;
    private final Uploads uploads;
    private final DiffReporter diffs;

    TurnCloser(SessionLog log, AgentEvents agentEvents, Uploads uploads, DiffReporter diffs) {
        this.log = log;
        this.agentEvents = agentEvents;
        this.uploads = uploads;
        this.diffs = diffs;
    }

    /// What could not be done by the deadline is said in the log instead.
    void close(EventData.TurnEnded end, Deadline deadline) throws GenerationEnded, InterruptedException {
        tellOverflow(deadline);
        diffs.report(agentEvents.takeChanged(), deadline);
        log.bySandbox(end);
        log.leave();
    }

    /// What was done outside of a turn counts too.
    void saveDiff(Deadline deadline) throws GenerationEnded, InterruptedException {
        diffs.report(agentEvents.takeChanged(), deadline);
    }

    private void tellOverflow(Deadline deadline) throws GenerationEnded, InterruptedException {
        try {
            var overflow = agentEvents.endOutput();
            if (overflow.isPresent()) {
                store(overflow.get(), deadline);
            }
        } catch (IOException e) {
            log.error(
                    "output_not_stored",
                    "Output over %d MiB of this turn is lost: %s"
                            .formatted(Protocol.MAX_TURN_OUTPUT_BYTES >> 20, e.getMessage()),
                    "Have the command write what matters to a file in the workspace, and send the message again");
        }
    }

    private void store(Overflow overflow, Deadline deadline) throws IOException, GenerationEnded, InterruptedException {
        try {
            var url = uploads.upload(UploadRequest.Kind.OUTPUT, overflow.file(), deadline);
            var head = overflow.head(Protocol.TRUNCATED_TEXT_BYTES);
            log.byAgent(new CommandOutput(null, overflow.firstStream(), head, true, overflow.bytes(), url));
        } finally {
            Files.deleteIfExists(overflow.file());
        }
    }
}
