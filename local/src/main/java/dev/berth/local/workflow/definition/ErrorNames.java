package dev.berth.local.workflow.definition;

import java.util.List;
import java.util.Set;

/// The errors that a retrier or catcher is for.
public record ErrorNames(List<String> names) {
    public static final String ALL = "States.ALL";
    public static final String TASK_FAILED = "States.TaskFailed";
    public static final String TIMEOUT = "States.Timeout";
    public static final String HEARTBEAT_TIMEOUT = "States.HeartbeatTimeout";
    public static final String NO_CHOICE_MATCHED = "States.NoChoiceMatched";
    public static final String QUERY_EVALUATION_ERROR = "States.QueryEvaluationError";
    public static final String DATA_LIMIT_EXCEEDED = "States.DataLimitExceeded";
    public static final String RUNTIME = "States.Runtime";

    private static final Set<String> TIMEOUTS = Set.of(TIMEOUT, HEARTBEAT_TIMEOUT);
    private static final Set<String> TERMINAL = Set.of(DATA_LIMIT_EXCEEDED, RUNTIME);

    public ErrorNames {
        names = List.copyOf(names);
    }

    public boolean match(String error) {
        return names.stream().anyMatch(name -> matches(name, error));
    }

    private static boolean matches(String name, String error) {
        return name.equals(error)
                || switch (name) {
                    case ALL -> !TERMINAL.contains(error);
                    case TASK_FAILED -> !TERMINAL.contains(error) && !TIMEOUTS.contains(error);
                    case TIMEOUT -> TIMEOUTS.contains(error);
                    default -> false;
                };
    }
}
