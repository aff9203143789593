package dev.berth.infra.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What an installer chooses; `docs/aws.md` explains each and says what it costs.
///
/// @param name of this installation; begins the name of everything that people look for in the AWS console
/// @param dataKeyArn of a KMS key for rows and objects; without one they are encrypted with AWS's own keys
public record Installation(
        String name,
        String region,
        Optional<Domain> domain,
        Network network,
        Sandboxes sandboxes,
        Limits limits,
        Retention retention,
        Operations operations,
        Optional<String> dataKeyArn) {

    /// Where people find Berth, in place of a name of CloudFront's.
    ///
    /// @param certificateArn of the domain, in us-east-1 as CloudFront wants it
    public record Domain(String name, String certificateArn) {}

    /// @param natGateways of private sandboxes
    /// @param egressPorts that a sandbox may connect to, TCP
    public record Network(NetworkMode mode, int natGateways, List<Integer> egressPorts) {
        public Network {
            egressPorts = List.copyOf(egressPorts);
        }
    }

    /// @param maxVcpu of one sandbox
    /// @param maxMemoryGiB of one sandbox
    public record Sandboxes(Processor architecture, Capacity capacity, int maxVcpu, int maxMemoryGiB) {}

    /// @param requestsPerSecond that the HTTP API takes from everybody together
    /// @param burst of such requests
    /// @param concurrentBuilds of snapshots
    /// @param reservedConcurrency by function family
    /// @param lambdaConcurrency the account's quota, where concurrency is reserved
    public record Limits(
            int requestsPerSecond,
            int burst,
            int concurrentBuilds,
            Map<String, Integer> reservedConcurrency,
            OptionalInt lambdaConcurrency) {
        public Limits {
            reservedConcurrency = Map.copyOf(reservedConcurrency);
        }
    }

    /// @param logDays of every log group
    /// @param objectDays after which outputs and archives go; without it they stay as long as their session
    /// @param keepData rows, objects and snapshots stay when Berth is removed
    public record Retention(int logDays, OptionalInt objectDays, boolean keepData) {}

    /// @param alarmEmail who is told of alarms
    public record Operations(Optional<String> alarmEmail, boolean dashboard) {}
}
