package dev.berth.infra.operations;

import dev.berth.infra.control.ControlPlaneStack;
import dev.berth.infra.settings.FunctionFamily;
import dev.berth.infra.settings.Installation;
import java.util.Locale;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;

/// What somebody is told of. Each costs ten cents a month, so there are few, and each has a page in
/// `docs/operations.md` that says what to do.
enum Trouble {
    DEAD_LETTERS("Dead letters", "Events that could not be acted on", 1, 5),
    WORKFLOW_FAILED("A workflow failed", "A session's workflow failed by itself", 1, 5),
    API_ERRORS("Errors of the API", "Clients were answered with errors of Berth's own", 5, 5),
    OPERATOR_MUST_ACT(
            "An operator must act", "A session or a snapshot failed for a reason that only an operator can mend", 1, 5),
    SWEEP_SILENT("The sweep is silent", "Nothing was swept for an hour", 1, 60);

    static final String RUNBOOK = "docs/operations.md";
    static final String NAMESPACE = "Berth";
    static final String OPERATOR_METRIC = "FailuresForOperators";

    private final String heading;
    private final String says;
    private final int threshold;
    private final int periodMinutes;

    Trouble(String heading, String says, int threshold, int periodMinutes) {
        this.heading = heading;
        this.says = says;
        this.threshold = threshold;
        this.periodMinutes = periodMinutes;
    }

    String alarmName(Installation installation) {
        return installation.name() + "-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// With the heading, in the runbook, of what to do.
    String description() {
        return "%s. Runbook: %s, \"%s\"".formatted(says, RUNBOOK, heading);
    }

    int threshold() {
        return threshold;
    }

    ComparisonOperator comparison() {
        return this == SWEEP_SILENT
                ? ComparisonOperator.LESS_THAN_THRESHOLD
                : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD;
    }

    TreatMissingData missing() {
        return this == SWEEP_SILENT ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING;
    }

    Metric metric(Installation installation, ControlPlaneStack control) {
        return switch (this) {
            case DEAD_LETTERS ->
                of(
                        "AWS/SQS",
                        "ApproximateNumberOfMessagesVisible",
                        "Maximum",
                        Map.of("QueueName", control.deadLetterQueueName()));
            case WORKFLOW_FAILED ->
                of("AWS/States", "ExecutionsFailed", "Sum", Map.of("StateMachineArn", control.stateMachineArn()));
            case API_ERRORS -> of("AWS/ApiGateway", "5xx", "Sum", Map.of("ApiId", control.httpApiId()));
            case OPERATOR_MUST_ACT -> of(namespace(installation), OPERATOR_METRIC, "Sum", Map.of());
            case SWEEP_SILENT ->
                of(
                        "AWS/Lambda",
                        "Invocations",
                        "Sum",
                        Map.of("FunctionName", control.functionName(FunctionFamily.SWEEP)));
        };
    }

    static String namespace(Installation installation) {
        return NAMESPACE + "/" + installation.name();
    }

    private Metric of(String namespace, String name, String statistic, Map<String, String> dimensions) {
        return Metric.Builder.create()
                .namespace(namespace)
                .metricName(name)
                .statistic(statistic)
                .dimensionsMap(dimensions)
                .period(Duration.minutes(periodMinutes))
                .build();
    }
}
