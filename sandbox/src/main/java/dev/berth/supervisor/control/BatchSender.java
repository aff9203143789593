package dev.berth.supervisor.control;

import dev.berth.protocol.Activity;
import dev.berth.protocol.EventBatch;
import dev.berth.protocol.Protocol;
import dev.berth.protocol.SandboxAnswer;
import dev.berth.supervisor.control.Persistence.Settled;
import java.time.Duration;
import java.util.function.Supplier;

/// Sends batches one after the other, and heartbeats when there are none.
public final class BatchSender implements Runnable {
    private final ControlPlane controlPlane;
    private final Persistence persistence;
    private final Outbox outbox;
    private final Supplier<Activity> activity;
    private final Listener listener;

    public BatchSender(
            ControlPlane controlPlane,
            Persistence persistence,
            Outbox outbox,
            Supplier<Activity> activity,
            Listener listener) {
        this.controlPlane = controlPlane;
        this.persistence = persistence;
        this.outbox = outbox;
        this.activity = activity;
        this.listener = listener;
    }

    public interface Listener {
        void answered(SandboxAnswer answer);

        void generationEnded(String why);
    }

    @Override
    public void run() {
        try {
            while (true) {
                sendNext();
            }
        } catch (GenerationEnded e) {
            listener.generationEnded(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sendNext() throws GenerationEnded, InterruptedException {
        var batch = outbox.next(Protocol.HEARTBEAT);
        if (batch.isPresent()) {
            send(batch.get());
        } else {
            heartbeat();
        }
    }

    private void send(EventBatch batch) throws GenerationEnded, InterruptedException {
        switch (persistence.untilAnswered(() -> controlPlane.append(batch), outbox::rest)) {
            case Settled.Answered<SandboxAnswer>(var answer) -> heard(answer);
            case Settled.Refused<SandboxAnswer>(var status, var detail) -> refused(batch, status, detail);
        }
    }

    private void refused(EventBatch batch, int status, String detail) throws GenerationEnded {
        System.err.println("Batch %d was refused with %d: %s".formatted(batch.number(), status, detail));
        var instead = RefusedBatch.instead(batch, status)
                .orElseThrow(() ->
                        new GenerationEnded("the control plane takes no events: %d %s".formatted(status, detail)));
        outbox.replace(batch, instead);
    }

    /// A refused heartbeat is not repeated at once: the next one is due in its time.
    private void heartbeat() throws GenerationEnded, InterruptedException {
        switch (persistence.untilAnswered(() -> controlPlane.heartbeat(activity.get()), outbox::rest)) {
            case Settled.Answered<SandboxAnswer>(var answer) -> heard(answer);
            case Settled.Refused<SandboxAnswer>(var status, var detail) ->
                System.err.println("A heartbeat was refused with %d: %s".formatted(status, detail));
        }
    }

    private void heard(SandboxAnswer answer) {
        outbox.acknowledge(answer.acknowledgedBatch(), Duration.ofMillis(answer.flushAfterMillis()));
        listener.answered(answer);
    }
}
