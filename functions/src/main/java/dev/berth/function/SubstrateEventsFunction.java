package dev.berth.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.berth.aws.ExecutionStatusChange;
import dev.berth.aws.codebuild.BuildStateChange;
import dev.berth.aws.fargate.TaskStateChange;
import dev.berth.event.Json;
import dev.berth.sandbox.SandboxStopped;
import dev.berth.session.ExecutionEnded;
import dev.berth.snapshot.SnapshotObserver;
import java.io.InputStream;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// What rules on the account's bus call: a task, a build or an execution has ended. Each may be told more than once and
/// late; what it leads to may be repeated.
public final class SubstrateEventsFunction implements RequestStreamHandler {
    private static final Logger LOG = LoggerFactory.getLogger(SubstrateEventsFunction.class);

    private final SandboxStopped sandboxes;
    private final SnapshotObserver builds;
    private final ExecutionEnded executions;

    SubstrateEventsFunction(SandboxStopped sandboxes, SnapshotObserver builds, ExecutionEnded executions) {
        this.sandboxes = sandboxes;
        this.builds = builds;
        this.executions = executions;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        var event = BusEnvelope.read(input);
        switch (event.detailType()) {
            case "ECS Task State Change" -> task(read(event.detail(), TaskStateChange.class));
            case "CodeBuild Build State Change" -> build(read(event.detail(), BuildStateChange.class));
            case "Step Functions Execution Status Change" ->
                execution(read(event.detail(), ExecutionStatusChange.class));
            default -> LOG.error("No rule of Berth's is for '{}'", event.detailType());
        }
    }

    private void task(TaskStateChange task) {
        if (task.hasEnded()) {
            var end = task.end();
            task.sandbox()
                    .ifPresentOrElse(
                            sandbox -> sandboxes.stopped(sandbox, end.byHand(), end.gone()),
                            () -> LOG.info("Task {} ended, which is no sandbox", task.taskArn()));
        }
    }

    private void build(BuildStateChange build) {
        if (build.hasEnded()) {
            build.build().ifPresent(builds::ended);
        }
    }

    private void execution(ExecutionStatusChange execution) {
        if (execution.leavesRunUnsettled()) {
            var run = execution.run();
            executions.ended(run.key(), run.run(), execution.byHand());
        }
    }

    private static <T> T read(JsonNode detail, Class<T> type) {
        return Json.MAPPER.treeToValue(detail, type);
    }
}
