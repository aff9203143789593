package dev.berth.infra.settings;

import dev.berth.event.Json;
import dev.berth.infra.settings.Installation.Domain;
import dev.berth.infra.settings.Installation.Limits;
import dev.berth.infra.settings.Installation.Network;
import dev.berth.infra.settings.Installation.Operations;
import dev.berth.infra.settings.Installation.Retention;
import dev.berth.infra.settings.Installation.Sandboxes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `berth.json`, read. Everything but the region has a default, and each default is written here and nowhere else.
public final class InstallationFile {
    private static final List<Integer> WEB_PORTS = List.of(80, 443);
    private static final int MOST_PORTS = 65_535;

    /// A setting that is there twice would be the last one's word.
    private static final JsonMapper STRICT = Json.MAPPER
            .rebuild()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private InstallationFile() {}

    /// @throws InvalidInstallation with every fault there is
    public static Installation read(Path file) {
        if (!Files.exists(file)) {
            throw new InvalidInstallation(List.of(new Fault(
                    file.toString(),
                    "is not there",
                    "Copy infra-cdk/examples/small.json there and choose at least a region")));
        }
        try {
            return of(STRICT.readTree(Files.readString(file)));
        } catch (JacksonException failure) {
            throw new InvalidInstallation(List.of(new Fault(
                    file.toString(),
                    "is not JSON: " + failure.getOriginalMessage(),
                    "Mend it at line "
                            + (failure.getLocation() == null
                                    ? "1"
                                    : failure.getLocation().getLineNr()))));
        } catch (IOException failure) {
            throw new InvalidInstallation(
                    List.of(new Fault(file.toString(), "cannot be read: " + failure, "Give yourself access to it")));
        }
    }

    /// @throws InvalidInstallation with every fault there is
    public static Installation of(JsonNode document) {
        var faults = new ArrayList<Fault>();
        var choices = new Choices(document, "", faults);
        var installation = new Installation(
                choices.text("name", "berth"),
                choices.text("region", ""),
                domain(choices),
                network(choices.within("network")),
                sandboxes(choices.within("sandboxes")),
                limits(choices.within("limits")),
                retention(choices.within("retention")),
                operations(choices.within("operations")),
                choices.text("dataKeyArn"));
        choices.refuseOthers();
        faults.addAll(InstallationRules.faults(installation));
        if (!faults.isEmpty()) {
            throw new InvalidInstallation(faults);
        }
        return installation;
    }

    private static Optional<Domain> domain(Choices root) {
        if (!root.has("domain")) {
            return Optional.empty();
        }
        var choices = root.within("domain");
        var domain = new Domain(choices.text("name", ""), choices.text("certificateArn", ""));
        choices.refuseOthers();
        return Optional.of(domain);
    }

    private static Network network(Choices choices) {
        var mode = choices.oneOf(NetworkMode.class, "mode", NetworkMode.PUBLIC);
        var network = new Network(
                mode,
                choices.whole("natGateways", mode == NetworkMode.PRIVATE ? 1 : 0, 0, 2),
                choices.wholes("egressPorts", WEB_PORTS, 1, MOST_PORTS));
        choices.refuseOthers();
        return network;
    }

    private static Sandboxes sandboxes(Choices choices) {
        var sandboxes = new Sandboxes(
                choices.oneOf(Processor.class, "architecture", Processor.ARM64),
                choices.oneOf(Capacity.class, "capacity", Capacity.FARGATE),
                choices.whole("maxVcpu", 4, 1, 16),
                choices.whole("maxMemoryGiB", 16, 1, 120));
        choices.refuseOthers();
        return sandboxes;
    }

    private static Limits limits(Choices choices) {
        var limits = new Limits(
                choices.whole("requestsPerSecond", 50, 1, 10_000),
                choices.whole("burst", 100, 1, 5_000),
                choices.whole("concurrentBuilds", 2, 1, 100),
                choices.wholesByName("reservedConcurrency", 1, 10_000),
                choices.whole("lambdaConcurrency", 10, 1_000_000));
        choices.refuseOthers();
        return limits;
    }

    private static Retention retention(Choices choices) {
        var retention = new Retention(
                choices.whole("logDays", 30, 1, 3_653),
                choices.whole("objectDays", 1, 36_500),
                choices.truth("keepData", true));
        choices.refuseOthers();
        return retention;
    }

    private static Operations operations(Choices choices) {
        var operations = new Operations(choices.text("alarmEmail"), choices.truth("dashboard", true));
        choices.refuseOthers();
        return operations;
    }
}
