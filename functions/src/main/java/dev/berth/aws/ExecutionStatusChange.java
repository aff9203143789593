package dev.berth.aws;

import dev.berth.event.Json;
import dev.berth.session.SessionKey;

/// Detail of the event `Step Functions Execution Status Change`, as far as Berth reads it.
///
/// @param input JSON, as the execution was started with
public record ExecutionStatusChange(String status, String input) {
    /// Somebody stopped it: nothing of Berth's does.
    public boolean byHand() {
        return status.equals("ABORTED");
    }

    /// It failed, timed out or was stopped; an execution that succeeds has settled its run.
    public boolean leavesRunUnsettled() {
        return switch (status) {
            case "ABORTED", "FAILED", "TIMED_OUT" -> true;
            default -> false;
        };
    }

    public Run run() {
        return Json.MAPPER.readValue(input, Run.class);
    }

    /// Which run of which session it is.
    public record Run(String organization, String session, int run) {
        public SessionKey key() {
            return new SessionKey(organization, session);
        }
    }
}
