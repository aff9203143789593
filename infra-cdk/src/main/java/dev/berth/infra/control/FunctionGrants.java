package dev.berth.infra.control;

import dev.berth.infra.data.DataStack;
import dev.berth.infra.grant.Grant;
import dev.berth.infra.grant.ImageGrants;
import dev.berth.infra.settings.FunctionFamily;
import dev.berth.infra.settings.Installation;
import dev.berth.infra.substrate.SubstrateStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What each function may do: for every port that its work goes through, what that port's adapter calls.
/// `docs/permissions.md` lists the outcome.
final class FunctionGrants {
    private final Installation installation;
    private final ControlPlaneStack stack;
    private final DataStack data;
    private final TaskGrants tasks;
    private final BuildGrants builds;
    private final String busArn;
    private final String connectionsArn;

    FunctionGrants(
            Installation installation,
            ControlPlaneStack stack,
            DataStack data,
            SubstrateStack substrate,
            String busArn,
            String connectionsArn) {
        this.installation = installation;
        this.stack = stack;
        this.data = data;
        this.tasks = new TaskGrants(installation, stack, substrate);
        this.builds = new BuildGrants(data, substrate);
        this.busArn = busArn;
        this.connectionsArn = connectionsArn;
    }

    static String secretsPrefix(Installation installation) {
        return installation.name() + "/";
    }

    static String taskFamilyPrefix(Installation installation) {
        return installation.name() + "-";
    }

    List<Grant> of(FunctionFamily family) {
        var grants = new ArrayList<Grant>();
        grants.add(rows());
        installation.dataKeyArn().ifPresent(key -> grants.add(encrypt(key)));
        if (family.traced()) {
            grants.add(trace());
        }
        grants.addAll(work(family));
        return grants;
    }

    private List<Grant> work(FunctionFamily family) {
        return switch (family) {
            case API -> together(sessions(), builds.start(), builds.read(), objects("s3:GetObject", "s3:PutObject"));
            case SANDBOX_API -> together(sessions(), secrets(), objects("s3:GetObject", "s3:PutObject"));
            case STEP ->
                together(
                        sessions(),
                        secrets(),
                        tasks.launch(),
                        tasks.stop(),
                        List.of(ImageGrants.describe(data.snapshotRepositoryArn())),
                        objects("s3:GetObject"));
            case SOCKETS -> sessions();
            case SUBSTRATE_EVENTS -> together(sessions(), tasks.stop(), builds.read(), builds.end());
            case SWEEP ->
                together(
                        sessions(),
                        List.of(readExecutions()),
                        tasks.stop(),
                        tasks.tidy(),
                        builds.start(),
                        builds.read(),
                        builds.end(),
                        objects("s3:DeleteObject", "s3:GetObject", "s3:PutObject"));
            case TRIGGER -> together(sessions(), objects("s3:PutObject"));
            case ADMIN -> List.of();
        };
    }

    /// Whatever changes a session starts or wakes its workflow, tells the bus, and wakes who waits at a socket.
    private List<Grant> sessions() {
        return List.of(
                Grant.of(List.of("states:StartExecution"), SessionWorkflow.arn(stack, installation)),
                Grant.withoutResource("states:SendTaskFailure", "states:SendTaskHeartbeat", "states:SendTaskSuccess"),
                Grant.of(List.of("events:PutEvents"), busArn),
                Grant.of(List.of("execute-api:ManageConnections"), connectionsArn));
    }

    private Grant rows() {
        return new Grant(
                List.of(
                        "dynamodb:ConditionCheckItem",
                        "dynamodb:DeleteItem",
                        "dynamodb:GetItem",
                        "dynamodb:PutItem",
                        "dynamodb:Query"),
                data.tableArns(),
                Map.of());
    }

    private static Grant encrypt(String keyArn) {
        return Grant.of(List.of("kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"), keyArn);
    }

    private static Grant trace() {
        return Grant.withoutResource("xray:PutTelemetryRecords", "xray:PutTraceSegments");
    }

    private Grant readExecutions() {
        return Grant.of(List.of("states:DescribeExecution"), SessionWorkflow.executionArn(stack, installation, "*"));
    }

    /// Who may not list a bucket is not told that an object is absent, only that it is forbidden.
    private List<Grant> objects(String... actions) {
        return List.of(
                Grant.of(List.of("s3:ListBucket"), data.objectsArn()),
                Grant.of(List.of(actions), data.objectsArn() + "/*"));
    }

    private List<Grant> secrets() {
        return List.of(Grant.of(
                List.of("secretsmanager:CreateSecret", "secretsmanager:GetSecretValue"),
                stack.arnOf("secretsmanager", "secret", secretsPrefix(installation) + "*")));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static List<Grant> together(List<Grant>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }
}
