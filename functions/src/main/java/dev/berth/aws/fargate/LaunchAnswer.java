package dev.berth.aws.fargate;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.ecs.model.Failure;
import software.amazon.awssdk.services.ecs.model.RunTaskResponse;

/// What an answer to `RunTask` means. It may fail in an answer of success.
sealed interface LaunchAnswer {
    record Launched() implements LaunchAnswer {}

    /// There is no room, or the account's quota is used up. Nothing was launched by this call.
    record NoRoom(String detail) implements LaunchAnswer {
        static NoRoom of(String said) {
            return new NoRoom(said.contains(QUOTA) ? said + WHICH_QUOTA : said);
        }
    }

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

    /// ECS does not say which either.
    String WHICH_QUOTA = " (Service Quotas, AWS Fargate: On-Demand or Spot vCPU resource count)";

    /// Nor for a task definition that was deregistered, and perhaps deleted since.
    Pattern NO_DEFINITION = Pattern.compile("(?i)task ?definition\\b.*\\b(inactive|not found|delete)");

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
        return isFull ? NoRoom.of(reason) : new Refused(reason);
    }

    /// @param code of the error, `ClientException`
    static LaunchAnswer ofError(String code, String message) {
        if (NO_ROOM.contains(code) || message.contains(QUOTA)) {
            return NoRoom.of(message);
        }
        if (code.equals("ConflictException")) {
            return new LaunchedOtherwise();
        }
        if (!REFUSED.contains(code)) {
            return new Unknown();
        }
        return NO_DEFINITION.matcher(message).find() ? new NoDefinition() : new Refused(message);
    }
}
