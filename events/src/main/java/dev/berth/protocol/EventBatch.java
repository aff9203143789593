package dev.berth.protocol;

import java.util.List;

/// `POST /sandbox/v1/batches`: events in order. A batch is kept by the sandbox until its number is acknowledged, and
/// sent again with the same number and content until then; the control plane appends each number once.
/// Answered with a [SandboxAnswer]. Every batch is a heartbeat.
///
/// @param number from 1 in each generation, without gaps
/// @param events 1 to [Protocol#MAX_BATCH_EVENTS]
public record EventBatch(long number, Activity activity, List<SandboxEvent> events) {
    public EventBatch {
        events = List.copyOf(events);
    }
}
