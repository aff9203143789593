package dev.berth.session;

/// What a change of a session's status means for slots and queue.
enum AdmissionMove {
    NONE,
    ENTER_QUEUE,
    LEAVE_QUEUE,
    QUEUE_TO_SLOT,
    FREE_SLOT,
    SLOT_TO_QUEUE;

    static AdmissionMove of(Session before, Session after) {
        var queues = after.status() == SessionStatus.QUEUED;
        return switch (before.status()) {
            case QUEUED -> queues ? NONE : after.status().holdsSlot() ? QUEUE_TO_SLOT : LEAVE_QUEUE;
            case STARTING, RUNNING, STOPPING ->
                queues ? SLOT_TO_QUEUE : after.status().holdsSlot() ? NONE : FREE_SLOT;
            case STOPPED, FAILED -> queues ? ENTER_QUEUE : NONE;
        };
    }
}
