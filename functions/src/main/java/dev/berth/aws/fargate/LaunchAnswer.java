package dev.berth.aws.fargate;

import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ecs.model.Failure;
import software.amazon.awssdk.services.ecs.model.RunTaskResponse;

/// What an answer to `RunTask` means. It may fail in an answer of success.
sealed interface LaunchAnswer {
    record Launched() implements LaunchAnswer {}

    /// There is no room, or the account's quota is used up. Nothing was launched by this call.
    record NoRoom(String detail) implements LaunchAnswer {}

    /// An earlier call for the same sandbox was made with another task definition.
    record LaunchedOtherwise() implements LaunchAnswer {}

    /// The task definition was deregistered meanwhile.
    record NoDefinition() implements LaunchAnswer {}

    /// ECS will not launch this. Nothing was launched by this call.
    record Refused(String detail) implements LaunchAnswer {}

    /// What became of the launch is not known.
    record Unknown() implements LaunchAnswer {}

    Set<String> NO_ROOM = Set.of(
            "ThrottlingException",
            "TooManyRequestsException",
            "RequestLimitExceeded",
            "LimitExceededException",
            "ServiceQuotaExceededException");
    Set<String> REFUSED = Set.of(
            "AccessDeniedException",
            "BlockedException",
            "ClientException",
            "ClusterNotFoundException",
            "InvalidParameterException",
            "PlatformTaskDefinitionIncompatibilityException",
            "PlatformUnknownException",
            "UnsupportedFeatureException");

    /// ECS has no code of its own for an account that runs as many virtual CPUs as it may.
    String QUOTA = "limit on the number of";

    static LaunchAnswer of(RunTaskResponse answer) {
        return answer.tasks().isEmpty() ? of(answer.failures()) : new Launched();
    }

    private static LaunchAnswer of(List<Failure> failures) {
        if (failures.isEmpty()) {
            return new Unknown();
        }
        var reason = String.valueOf(failures.getFirst().reason());
        var isFull = reason.startsWith("RESOURCE:")
                || reason.startsWith("Capacity is unavailable")
                || reason.contains(QUOTA);
        return isFull ? new NoRoom(reason) : new Refused(reason);
    }

    /// @param code of the error, `ClientException`
    static LaunchAnswer ofError(String code, String message) {
        if (NO_ROOM.contains(code) || message.contains(QUOTA)) {
            return new NoRoom(message);
        }
        if (code.equals("ConflictException")) {
            return new LaunchedOtherwise();
        }
        if (!REFUSED.contains(code)) {
            return new Unknown();
        }
        return message.contains("inactive") ? new NoDefinition() : new Refused(message);
    }
}
