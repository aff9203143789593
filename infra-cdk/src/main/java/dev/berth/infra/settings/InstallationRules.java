package dev.berth.infra.settings;

import dev.berth.infra.settings.Installation.Domain;
import dev.berth.infra.settings.Installation.Limits;
import dev.berth.infra.settings.Installation.Network;
import dev.berth.infra.settings.Installation.Retention;
import dev.berth.infra.settings.Installation.Sandboxes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What choices cannot stand together, or cannot be had.
final class InstallationRules {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,19}");
    private static final Pattern DOMAIN = Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}");
    private static final Pattern CERTIFICATE =
            Pattern.compile("arn:aws:acm:us-east-1:\\d{12}:certificate/[0-9a-f-]{36}");
    private static final Pattern KEY = Pattern.compile("arn:aws:kms:([a-z0-9-]+):\\d{12}:key/[0-9a-zA-Z-]+");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    /// What CloudWatch Logs takes.
    private static final Set<Integer> LOG_DAYS = Set.of(
            1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653);

    /// A workspace of a day's run is kept for 30 days from its end, and S3 counts days from midnight.
    private static final int LEAST_OBJECT_DAYS = 32;

    /// Lambda keeps as much of an account's quota for functions that reserve nothing.
    private static final int NEVER_RESERVED = 100;

    /// Fargate's sizes: the least and the most memory for a number of processors, GiB.
    private static final List<int[]> FARGATE =
            List.of(new int[] {1, 2, 8}, new int[] {2, 4, 16}, new int[] {4, 8, 30}, new int[] {8, 16, 60}, new int[] {
                16, 32, 120
            });

    private InstallationRules() {}

    static List<Fault> faults(Installation installation) {
        return Stream.of(
                        name(installation.name()),
                        RegionRules.faults(installation),
                        installation.domain().stream().flatMap(InstallationRules::domain),
                        network(installation.network()),
                        sandboxes(installation.sandboxes()),
                        limits(installation.limits()),
                        retention(installation.retention()),
                        alarms(installation.operations().alarmEmail()),
                        key(installation))
                .flatMap(faults -> faults)
                .toList();
    }

    private static Stream<Fault> name(String name) {
        return unless(
                NAME.matcher(name).matches(),
                "name",
                "'%s' cannot begin the names of resources".formatted(name),
                "Use up to 20 small letters, digits and hyphens, beginning with a letter");
    }

    private static Stream<Fault> domain(Domain domain) {
        return Stream.concat(
                unless(
                        DOMAIN.matcher(domain.name()).matches(),
                        "domain.name",
                        "'%s' is not a domain name".formatted(domain.name()),
                        "Write it as in berth.example.com"),
                unless(
                        CERTIFICATE.matcher(domain.certificateArn()).matches(),
                        "domain.certificateArn",
                        "'%s' is no certificate in us-east-1".formatted(domain.certificateArn()),
                        "CloudFront takes certificates of us-east-1 only: request one there with ACM"));
    }

    private static Stream<Fault> network(Network network) {
        var isPrivate = network.mode() == NetworkMode.PRIVATE;
        return Stream.of(
                        unless(
                                isPrivate || network.natGateways() == 0,
                                "network.natGateways",
                                "sandboxes in public subnets use no NAT gateway, and each would cost about $33 a month",
                                "Remove it, or set network.mode to private"),
                        unless(
                                !isPrivate || network.natGateways() > 0,
                                "network.natGateways",
                                "private sandboxes without a NAT gateway reach neither models nor repositories",
                                "Use 1, or 2 for one in each zone"),
                        unless(
                                network.egressPorts().contains(443),
                                "network.egressPorts",
                                "without 443 a sandbox cannot reach Berth itself",
                                "Add 443"))
                .flatMap(faults -> faults);
    }

    private static Stream<Fault> sandboxes(Sandboxes sandboxes) {
        var size =
                FARGATE.stream().filter(each -> each[0] == sandboxes.maxVcpu()).findFirst();
        if (size.isEmpty()) {
            return Stream.of(new Fault(
                    "sandboxes.maxVcpu",
                    "Fargate has no size of %d vCPU".formatted(sandboxes.maxVcpu()),
                    "Use 1, 2, 4, 8 or 16"));
        }
        return unless(
                sandboxes.maxMemoryGiB() >= size.get()[1] && sandboxes.maxMemoryGiB() <= size.get()[2],
                "sandboxes.maxMemoryGiB",
                "Fargate has no %d vCPU with %d GiB".formatted(sandboxes.maxVcpu(), sandboxes.maxMemoryGiB()),
                "Use %d to %d with that many processors".formatted(size.get()[1], size.get()[2]));
    }

    private static Stream<Fault> limits(Limits limits) {
        var reserved = limits.reservedConcurrency();
        var unknown = new TreeSet<>(reserved.keySet());
        unknown.removeAll(FunctionFamily.settingNames());
        var total = reserved.values().stream().mapToInt(each -> each).sum();
        var quota = limits.lambdaConcurrency();
        return Stream.of(
                        unless(
                                unknown.isEmpty(),
                                "limits.reservedConcurrency",
                                "there is no function family " + String.join(", ", unknown),
                                "Use " + String.join(", ", FunctionFamily.settingNames())),
                        unless(
                                reserved.isEmpty() || quota.isPresent(),
                                "limits.lambdaConcurrency",
                                "concurrency is reserved, and the account's quota is not known (a new account's is 10)",
                                "Set it to what `aws lambda get-account-settings` says"),
                        unless(
                                reserved.isEmpty() || quota.isEmpty() || total <= quota.getAsInt() - NEVER_RESERVED,
                                "limits.reservedConcurrency",
                                "%d in all is more than a quota of %s allows, of which Lambda keeps %d"
                                        .formatted(total, text(quota), NEVER_RESERVED),
                                "Reserve less, or have the quota raised"),
                        unless(
                                limits.burst() >= limits.requestsPerSecond(),
                                "limits.burst",
                                "a burst of %d is less than %d requests each second"
                                        .formatted(limits.burst(), limits.requestsPerSecond()),
                                "Use at least limits.requestsPerSecond"))
                .flatMap(faults -> faults);
    }

    private static Stream<Fault> retention(Retention retention) {
        return Stream.concat(
                unless(
                        LOG_DAYS.contains(retention.logDays()),
                        "retention.logDays",
                        "CloudWatch Logs cannot keep a log for %d days".formatted(retention.logDays()),
                        "Use one of " + new TreeSet<>(LOG_DAYS)),
                unless(
                        retention.objectDays().orElse(LEAST_OBJECT_DAYS) >= LEAST_OBJECT_DAYS,
                        "retention.objectDays",
                        "workspaces are kept for 30 days after a run, and would be gone after %s"
                                .formatted(text(retention.objectDays())),
                        "Use at least %d, or leave it out".formatted(LEAST_OBJECT_DAYS)));
    }

    private static Stream<Fault> alarms(Optional<String> email) {
        return unless(
                email.map(address -> EMAIL.matcher(address).matches()).orElse(true),
                "operations.alarmEmail",
                "'%s' is not an address".formatted(email.orElse("")),
                "Write it as in operations@example.com, or remove it");
    }

    private static Stream<Fault> key(Installation installation) {
        if (installation.dataKeyArn().isEmpty()) {
            return Stream.empty();
        }
        var arn = KEY.matcher(installation.dataKeyArn().get());
        return unless(
                arn.matches() && arn.group(1).equals(installation.region()),
                "dataKeyArn",
                "'%s' is no KMS key of %s".formatted(installation.dataKeyArn().get(), installation.region()),
                "Use the ARN (not an alias) of a symmetric key in the region that Berth is deployed to");
    }

    private static Stream<Fault> unless(boolean holds, String path, String problem, String remedy) {
        return holds ? Stream.empty() : Stream.of(new Fault(path, problem, remedy));
    }

    private static String text(OptionalInt value) {
        return value.isPresent() ? Integer.toString(value.getAsInt()) : "?";
    }
}
