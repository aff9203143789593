package dev.berth.supervisor;

import dev.berth.event.EventData.SandboxPhase;
import dev.berth.event.Failure;
import dev.berth.protocol.FailureReport;
import dev.berth.protocol.Manifest;
import dev.berth.protocol.ReadyReport;
import dev.berth.protocol.SandboxAnswer;
import dev.berth.supervisor.control.BatchSender;
import dev.berth.supervisor.control.ControlPlane;
import dev.berth.supervisor.control.GenerationEnded;
import dev.berth.supervisor.control.Outbox;
import dev.berth.supervisor.control.Pause;
import dev.berth.supervisor.control.Persistence;
import dev.berth.supervisor.control.Persistence.Settled;
import dev.berth.supervisor.control.WakeSocket;
import dev.berth.supervisor.process.Deadline;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/// What goes to and comes from the control plane once the secret is exchanged.
///
/// @param bearer `<sandbox id>.<secret>`
record Connection(
        HttpClient http,
        String bearer,
        ControlPlane controlPlane,
        Persistence persistence,
        Outbox outbox,
        ActivityClock activity,
        Mailbox mailbox) {
    private static final Duration FAILURE_TOLD_WITHIN = Duration.ofSeconds(10);

    /// Says that there can be turns now, and from then on sends what is in the outbox.
    void open(Manifest manifest, List<SandboxPhase> phases) throws GenerationEnded, InterruptedException {
        var report = new ReadyReport(phases);
        switch (persistence.untilAnswered(() -> controlPlane.ready(report), Pause.whole())) {
            case Settled.Answered<SandboxAnswer>(var answer) -> begin(manifest, answer);
            case Settled.Refused<SandboxAnswer>(var status, var detail) ->
                throw new GenerationEnded("being ready was refused with %d: %s".formatted(status, detail));
        }
    }

    /// As well as it can be told in a short time.
    void tell(Failure failure) throws InterruptedException {
        var report = new FailureReport(failure);
        try {
            var settled = persistence.until(Deadline.in(FAILURE_TOLD_WITHIN), () -> controlPlane.fail(report));
            System.err.println("Told the control plane of the failure: " + settled);
        } catch (GenerationEnded e) {
            System.err.println("Nobody to tell of the failure: " + e.getMessage());
        }
    }

    private void begin(Manifest manifest, SandboxAnswer answer) {
        outbox.acknowledge(answer.acknowledgedBatch(), Duration.ofMillis(manifest.flushAfterMillis()));
        mailbox.put(new Signal.Answered(answer));
        var sender = new BatchSender(controlPlane, persistence, outbox, activity::now, new Answers(mailbox));
        Thread.ofVirtual().name("batch sender").start(sender);
        var socket = new WakeSocket(
                http, URI.create(manifest.socketUrl()), bearer, this::wake, RandomGenerator.getDefault());
        Thread.ofVirtual().name("wake socket").start(socket);
    }

    private void wake() {
        outbox.wake();
        mailbox.put(new Signal.Woken());
    }

    private record Answers(Mailbox mailbox) implements BatchSender.Listener {
        @Override
        public void answered(SandboxAnswer answer) {
            mailbox.put(new Signal.Answered(answer));
        }

        @Override
        public void generationEnded(String why) {
            mailbox.put(new Signal.Abandon(why));
        }
    }
}
