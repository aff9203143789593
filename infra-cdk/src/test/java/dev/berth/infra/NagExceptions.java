package dev.berth.infra;

import dev.berth.infra.NagTest.Finding;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// What cdk-nag finds and why it is meant to be so.
enum NagExceptions {
    NO_ACCESS_LOG_OF_OBJECTS(
            "S1",
            "\\w+-data/Objects/Bucket/Resource",
            "Objects are reached through links that Berth signs and notes in the session's log; a log of each read"
                    + " would cost more than the objects."),
    NO_CONTAINER_INSIGHTS(
            "ECS4",
            "\\w+-substrate/Sandboxes/Cluster",
            "Its metrics are paid for by the task and hour. A sandbox says itself what it does, and for how long."),
    BUILDS_KEEP_NOTHING(
            "CB4",
            "\\w+-substrate/(Snapshots|RuntimeImage/Build)/Project",
            "The projects have no artifacts that a key could encrypt: what they make goes to ECR."),
    NO_FLOW_LOG(
            "VPC7",
            "\\w+-substrate/Network/Vpc/Resource",
            "Paid for by the gigabyte of what agents download. The network lets nothing in; an installer who wants a"
                    + " flow log adds one to the VPC."),
    SOCKETS_ARE_LOGGED_BY_THEIR_FUNCTION(
            "APIG1",
            "\\w+-control-plane/Sockets/Stage",
            "An access log of a WebSocket API needs a role that is set for the whole account, and would be Berth's to"
                    + " change for everybody."),
    CALLERS_ARE_KNOWN_BY_THEIR_KEYS(
            "APIG4",
            "\\w+-control-plane/(Http|Sockets)/.*",
            "The functions know callers by API keys, sign-in cookies, and single-use tickets, as on one machine; a test"
                    + " holds that each operation asks for what the OpenAPI document says."),
    NAMED_WHILE_BERTH_RUNS(
            "IAM5",
            "\\w+-control-plane/\\w+Lambda/Role/Resource",
            "Objects, tasks, secrets, connections and executions are named while Berth runs, below a prefix of the"
                    + " installation's; LeastPrivilegeTest lists the actions that AWS knows no resource for."),
    LOGS_ARE_DELIVERED_FOR_THE_ACCOUNT(
            "IAM5",
            "\\w+-control-plane/Workflow/Role/Resource",
            "Step Functions asks for leave to deliver logs, for which AWS knows no resource."),
    REGISTRIES_SIGN_IN_ACCOUNTS(
            "IAM5",
            "\\w+-substrate/(Snapshots/Role|RuntimeImage/Build/Role|Sandboxes/ExecutionRole)/Resource",
            "A registry's password is asked for an account; what may be pulled and pushed is named."),
    IT_IS_THE_DEAD_LETTERS(
            "SQS3",
            "\\w+-control-plane/DeadLetters/Queue/Resource",
            "The queue is where dead letters go: nobody takes from it but people."),
    ONLY_FAILURES_ARE_LOGGED(
            "SF1",
            "\\w+-control-plane/Workflow/Machine",
            "The session's own log and the execution's history have the rest; each transition logged would cost more than"
                    + " the transition."),
    WAITS_ARE_NOT_TRACED(
            "SF2",
            "\\w+-control-plane/Workflow/Machine",
            "An execution waits for hours. The step function that it calls is traced."),
    NO_FIREWALL_THAT_IS_PAID_FOR_BY_THE_MONTH(
            "CFR2",
            "\\w+-control-plane/Address/Distribution/Resource",
            "A web ACL costs five dollars a month before the first request; the APIs are throttled, and an installer may"
                    + " put one in front."),
    NO_GEOGRAPHY("CFR1", "\\w+-control-plane/Address/Distribution/Resource", "A team's people may be anywhere."),
    CALLS_ARE_LOGGED_BEHIND_IT(
            "CFR3", "\\w+-control-plane/Address/Distribution/Resource", "Both APIs behind it log each request."),
    CLOUDFRONTS_OWN_CERTIFICATE(
            "CFR4",
            "\\w+-control-plane/Address/Distribution/Resource",
            "Without a domain of the installer's, CloudFront does not let the TLS version be chosen; with one, it is 1.2"
                    + " at least.");

    private final String rule;
    private final Pattern path;
    private final String why;

    NagExceptions(String rule, String path, String why) {
        this.rule = "AwsSolutions-" + rule;
        this.path = Pattern.compile(path);
        this.why = why;
    }

    static Optional<NagExceptions> explaining(Finding finding) {
        return Arrays.stream(values())
                .filter(exception -> exception.covers(finding))
                .findFirst();
    }

    String why() {
        return why;
    }

    private boolean covers(Finding finding) {
        return rule.equals(finding.rule()) && path.matcher(finding.path()).matches();
    }
}
