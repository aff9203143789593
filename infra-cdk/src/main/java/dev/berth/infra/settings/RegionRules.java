package dev.berth.infra.settings;

import java.util.Set;
import java.util.stream.Stream;

/// What regions have, as AWS documented it in November 2026. A region that AWS opened since is added here.
final class RegionRules {
    /// Where CodeBuild has on-demand arm builders: the API reference of CodeBuild, `ARM_CONTAINER`.
    private static final Set<String> ARM_BUILDS = Set.of(
            "us-east-1",
            "us-east-2",
            "us-west-2",
            "eu-west-1",
            "eu-central-1",
            "ap-south-1",
            "ap-northeast-1",
            "ap-southeast-1",
            "ap-southeast-2",
            "sa-east-1");

    private static final Set<String> OTHERS = Set.of(
            "us-west-1",
            "ca-central-1",
            "eu-west-2",
            "eu-west-3",
            "eu-north-1",
            "eu-south-1",
            "eu-south-2",
            "eu-central-2",
            "ap-east-1",
            "ap-south-2",
            "ap-northeast-2",
            "ap-northeast-3",
            "ap-southeast-3",
            "ap-southeast-4",
            "me-south-1",
            "me-central-1",
            "il-central-1",
            "af-south-1");

    /// The developer guide of Lambda names them as without SnapStart.
    private static final Set<String> NO_SNAP_START = Set.of("ap-east-2", "ap-southeast-6");

    private RegionRules() {}

    static Stream<Fault> faults(Installation installation) {
        var region = installation.region();
        if (region.isEmpty()) {
            return fault("no region is chosen", "Write the one nearest to your people, as in eu-central-1");
        }
        if (NO_SNAP_START.contains(region)) {
            return fault(
                    region + " has no Lambda SnapStart, on which Berth's functions rely",
                    "Choose another region of the same part of the world");
        }
        if (!ARM_BUILDS.contains(region) && !OTHERS.contains(region)) {
            return fault("Berth knows no region '%s'".formatted(region), "Use a commercial region, as in eu-central-1");
        }
        return installation.sandboxes().architecture() == Processor.ARM64 && !ARM_BUILDS.contains(region)
                ? Stream.of(new Fault(
                        "sandboxes.architecture",
                        region + " has no CodeBuild for arm64, so no image could be built",
                        "Set sandboxes.architecture to x86_64, or choose another region"))
                : Stream.empty();
    }

    private static Stream<Fault> fault(String problem, String remedy) {
        return Stream.of(new Fault("region", problem, remedy));
    }
}
