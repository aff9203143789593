package dev.berth.local.up;

import dev.berth.local.data.ExpiredRows;
import dev.berth.local.driver.LocalDriver;
import dev.berth.local.workflow.WorkflowEngine;
import dev.berth.store.BerthTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;

/// Removes what has had its time, which AWS does by itself: expired rows, old executions, folders of ended sandboxes.
final class Housekeeping {
    /// A sandbox' log and undelivered events may still be wanted for a while.
    private static final Duration SANDBOX_FOLDERS_KEPT = Duration.ofDays(7);

    private final ExpiredRows expiredRows;
    private final WorkflowEngine workflow;
    private final LocalDriver driver;
    private final Clock clock;

    Housekeeping(Stores stores, WorkflowEngine workflow, LocalDriver driver, Clock clock) {
        this.expiredRows = new ExpiredRows(stores.dynamoDb().client(), BerthTable.NAME);
        this.workflow = workflow;
        this.driver = driver;
        this.clock = clock;
    }

    void tidy() {
        var now = clock.instant();
        expiredRows.remove(now);
        workflow.removeExpired();
        try {
            driver.forgetEndedBefore(now.minus(SANDBOX_FOLDERS_KEPT));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
