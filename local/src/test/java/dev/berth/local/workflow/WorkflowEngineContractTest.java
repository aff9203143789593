package dev.berth.local.workflow;

import com.amazonaws.services.dynamodbv2.local.embedded.DynamoDBEmbedded;
import com.amazonaws.services.dynamodbv2.local.shared.access.AmazonDynamoDBLocal;
import dev.berth.session.Workflow;
import dev.berth.session.WorkflowContract;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class WorkflowEngineContractTest extends WorkflowContract {
    private static final AmazonDynamoDBLocal DYNAMO = DynamoDBEmbedded.create();

    private final StepFunctionFake step = new StepFunctionFake();
    private final WorkflowEngine engine = new WorkflowEngine(
            DYNAMO.dynamoDbClient(), SessionDefinition.load(), step, SteadyClock.system(), new SecureRandom());

    @BeforeEach
    void start() {
        engine.start();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @AfterAll
    static void shutDown() {
        DYNAMO.shutdown();
    }

    @Override
    protected Workflow workflow() {
        return engine;
    }

    @Override
    protected List<String> payloads(String session) {
        return step.payloadsOf(session);
    }
}
