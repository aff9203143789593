package dev.berth.profile;

import java.util.stream.Stream;

/// Resources that no substrate gives. The ranges are those of Fargate, the narrowest one.
final class ResourceIssues {
    static final double MIN_CPU = 0.25;
    static final double MAX_CPU = 16;
    static final int MIN_MEMORY_MIB = 512;
    static final int MAX_MEMORY_MIB = 120 * 1024;
    static final int MIN_DISK_GIB = 20;
    static final int MAX_DISK_GIB = 200;

    private ResourceIssues() {}

    static Stream<DraftIssue> of(Draft.Resources resources) {
        return Stream.of(
                        outside("cpu", resources.cpu(), MIN_CPU, MAX_CPU),
                        outside("memoryMiB", resources.memoryMiB(), MIN_MEMORY_MIB, MAX_MEMORY_MIB),
                        outside("diskGiB", resources.diskGiB(), MIN_DISK_GIB, MAX_DISK_GIB))
                .flatMap(issues -> issues);
    }

    private static Stream<DraftIssue> outside(String field, Number value, Number min, Number max) {
        return value.doubleValue() >= min.doubleValue() && value.doubleValue() <= max.doubleValue()
                ? Stream.empty()
                : Stream.of(new DraftIssue(
                        "/resources/" + field,
                        "resources_out_of_range",
                        "No sandbox can have %s %s.".formatted(field, value),
                        "Use a value from %s to %s.".formatted(min, max)));
    }
}
