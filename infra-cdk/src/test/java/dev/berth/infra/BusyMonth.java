package dev.berth.infra;

import dev.berth.infra.price.Bill;
import dev.berth.infra.price.CountedSession;
import dev.berth.infra.price.MonthlyPrice;

/// A month of a busy account: 5 connections, 10 versions, each built again every night, and 100 reference
/// sessions a day of half an hour, on 2 processors with 4 GiB.
final class BusyMonth {
    static final String SANDBOXES = "sandboxes";

    private static final int CONNECTIONS = 5;
    private static final int VERSIONS = 10;
    private static final double VERSION_GIB = 1.5;
    private static final int NIGHTS = 30;
    private static final int BUILD_MINUTES = 5;
    private static final int SESSIONS = 100 * NIGHTS;
    private static final double SESSION_HOURS = 0.5;
    private static final int PROCESSORS = 2;
    private static final int MEMORY_GIB = 4;
    private static final double ROWS_GIB = 0.001;
    private static final double ARCHIVES_GIB = 0.05;

    private BusyMonth() {}

    /// @param idle what is paid whatever happens; lines are added to it
    static Bill of(Bill idle, CountedSession session) {
        var hours = SESSIONS * SESSION_HOURS;
        return idle.add(
                        SANDBOXES,
                        MonthlyPrice.VCPU_HOUR.of(hours * PROCESSORS)
                                + MonthlyPrice.MEMORY_GIB_HOUR.of(hours * MEMORY_GIB))
                .add("sandboxes' addresses", MonthlyPrice.PUBLIC_ADDRESS.of(hours / 730))
                .add("the control plane of %d sessions".formatted(SESSIONS), SESSIONS * session.dollars())
                .add("secrets of connections", MonthlyPrice.SECRET.of(CONNECTIONS))
                .add("snapshot images", MonthlyPrice.IMAGE_GIB.of(VERSIONS * VERSION_GIB))
                .add("nightly builds", MonthlyPrice.BUILD_MINUTE.of(VERSIONS * (double) NIGHTS * BUILD_MINUTES))
                .add("rows", MonthlyPrice.TABLE_GIB.of(SESSIONS * ROWS_GIB))
                .add("archives and outputs", MonthlyPrice.OBJECT_GIB.of(SESSIONS * ARCHIVES_GIB));
    }
}
