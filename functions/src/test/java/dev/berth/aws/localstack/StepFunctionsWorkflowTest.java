package dev.berth.aws.localstack;

import dev.berth.event.Json;
import dev.berth.session.Workflow;
import dev.berth.session.WorkflowContract;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.localstack.LocalStackContainer;

@Tag("localstack")
@Testcontainers
class StepFunctionsWorkflowTest extends WorkflowContract {
    private static final List<String> CALLS = new CopyOnWriteArrayList<>();

    @Container
    private static final LocalStackContainer AWS = LocalStack.with("stepfunctions", "sqs", "sts", "events");

    private static StateMachine machine;

    @BeforeAll
    static void deploy() {
        machine = new StateMachine(AWS, StepFunctionsWorkflowTest::note, Map.of());
    }

    @AfterAll
    static void close() throws InterruptedException {
        machine.close();
    }

    @Override
    protected Workflow workflow() {
        return machine.workflow();
    }

    @Override
    protected boolean keepsTokenOfRetriedState() {
        return true;
    }

    @Override
    protected List<String> payloads(String session) {
        return CALLS.stream()
                .filter(call ->
                        Json.MAPPER.readTree(call).path("session").asString().equals(session))
                .toList();
    }

    private static void note(String payload) {
        CALLS.add(payload);
    }
}
