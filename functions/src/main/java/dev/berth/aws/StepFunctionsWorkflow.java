package dev.berth.aws;

import dev.berth.event.Json;
import dev.berth.session.Workflow;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;
import tools.jackson.core.JacksonException;

/// Runs the definition on Step Functions.
public final class StepFunctionsWorkflow implements Workflow {
    private static final int LONGEST_ERROR = 256;
    private static final int LONGEST_CAUSE = 32_768;

    private final Supplier<SfnClient> client;
    private final String stateMachineArn;

    public StepFunctionsWorkflow(Supplier<SfnClient> client, String stateMachineArn) {
        this.client = client;
        this.stateMachineArn = stateMachineArn;
    }

    @Override
    public void start(String name, String inputJson) {
        try {
            client.get()
                    .startExecution(request ->
                            request.stateMachineArn(stateMachineArn).name(name).input(inputJson));
        } catch (ExecutionAlreadyExistsException _) {
            // It was started before, and may have ended.
        }
    }

    @Override
    public void succeed(String token, String outputJson) {
        requireJson(outputJson);
        ifWaiting(token, () -> client.get()
                .sendTaskSuccess(request -> request.taskToken(token).output(outputJson)));
    }

    @Override
    public void fail(String token, String error, String cause) {
        ifWaiting(token, () -> client.get().sendTaskFailure(request -> request.taskToken(token)
                .error(cut(error, LONGEST_ERROR))
                .cause(cut(cause, LONGEST_CAUSE))));
    }

    @Override
    public void heartbeat(String token) {
        ifWaiting(token, () -> client.get().sendTaskHeartbeat(request -> request.taskToken(token)));
    }

    @Override
    public Status status(String name) {
        try {
            var execution = client.get().describeExecution(request -> request.executionArn(executionArn(name)));
            return execution.status() == ExecutionStatus.RUNNING ? Status.RUNNING : Status.ENDED;
        } catch (ExecutionDoesNotExistException _) {
            return Status.ABSENT;
        }
    }

    /// `…:stateMachine:NAME` has executions `…:execution:NAME:…`.
    private String executionArn(String name) {
        return stateMachineArn.replace(":stateMachine:", ":execution:") + ":" + name;
    }

    /// Step Functions says in three ways that a token waits no longer, and takes none that is empty.
    private static void ifWaiting(String token, Runnable call) {
        if (token.isEmpty()) {
            return;
        }
        try {
            call.run();
        } catch (TaskTimedOutException | TaskDoesNotExistException | InvalidTokenException _) {
            // Left alone.
        }
    }

    private static void requireJson(String output) {
        try {
            Json.MAPPER.readTree(output);
        } catch (JacksonException refused) {
            throw new IllegalArgumentException("The output of a wait has to be JSON", refused);
        }
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
