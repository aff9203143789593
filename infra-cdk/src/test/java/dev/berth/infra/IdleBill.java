package dev.berth.infra;

import dev.berth.infra.Templates.Resource;
import dev.berth.infra.price.Bill;
import dev.berth.infra.price.CountedSession;
import dev.berth.infra.price.MonthlyPrice;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What the synthesized templates cost in a month in which nobody works. Every type of resource has to be known
/// here, so that a new one is priced before it is deployed.
final class IdleBill {
    private static final int SWEEPS = 12 * 24 * 30;
    private static final int KEEP_ALIVES = 30;
    private static final double SWEEP_SECONDS = 0.3;
    private static final double KEEP_ALIVE_SECONDS = 0.05;

    /// Once a day the sweep looks through task definitions.
    private static final int TIDIED = 30;

    private static final double TIDY_SECONDS = 2;
    private static final int SWEEP_READ_UNITS = 4;
    private static final int SWEEP_LOG_BYTES = 1_000;

    /// Images of one release: the runtime and the base image `default`, compressed.
    private static final double IMAGE_GIB = 0.7;

    /// The one that Berth makes when it first launches a sandbox.
    private static final int SECRETS = 1;

    private static final Map<String, MonthlyPrice> BY_BEING_THERE = Map.of(
            "AWS::CloudWatch::Alarm", MonthlyPrice.ALARM,
            "AWS::EC2::NatGateway", MonthlyPrice.NAT_GATEWAY,
            "AWS::EC2::EIP", MonthlyPrice.PUBLIC_ADDRESS,
            "AWS::KMS::Key", MonthlyPrice.KEY,
            "AWS::SecretsManager::Secret", MonthlyPrice.SECRET,
            "AWS::WAFv2::WebACL", MonthlyPrice.WEB_ACL);

    /// Paid for by use, or not at all.
    private static final Set<String> FREE_WHILE_IDLE = Set.of(
            "AWS::ApiGatewayV2::Api",
            "AWS::ApiGatewayV2::Integration",
            "AWS::ApiGatewayV2::Route",
            "AWS::ApiGatewayV2::Stage",
            "AWS::CDK::Metadata",
            "AWS::CloudFront::Distribution",
            "AWS::CodeBuild::Project",
            "AWS::DynamoDB::Table",
            "AWS::EC2::InternetGateway",
            "AWS::EC2::Route",
            "AWS::EC2::RouteTable",
            "AWS::EC2::SecurityGroup",
            "AWS::EC2::Subnet",
            "AWS::EC2::SubnetRouteTableAssociation",
            "AWS::EC2::VPC",
            "AWS::EC2::VPCGatewayAttachment",
            "AWS::ECR::Repository",
            "AWS::ECS::Cluster",
            "AWS::Events::EventBus",
            "AWS::Events::Rule",
            "AWS::IAM::Role",
            "AWS::Lambda::Alias",
            "AWS::Lambda::EventInvokeConfig",
            "AWS::Lambda::Function",
            "AWS::Lambda::Permission",
            "AWS::Lambda::Url",
            "AWS::Lambda::Version",
            "AWS::Logs::LogGroup",
            "AWS::Logs::MetricFilter",
            "AWS::Logs::QueryDefinition",
            "AWS::Logs::ResourcePolicy",
            "AWS::S3::Bucket",
            "AWS::S3::BucketPolicy",
            "AWS::SNS::Subscription",
            "AWS::SNS::Topic",
            "AWS::SNS::TopicPolicy",
            "AWS::SQS::Queue",
            "AWS::SQS::QueuePolicy",
            "AWS::StepFunctions::StateMachine",
            "Custom::BerthImage");

    private static final CountedSession PAID = CountedSession.read();

    private final Templates templates;
    private final Bill bill = new Bill();

    private IdleBill(Templates templates) {
        this.templates = templates;
    }

    /// @param freeDashboards that the account has left
    /// @throws IllegalArgumentException when there is a resource that nobody priced
    static Bill of(Templates templates, int freeDashboards) {
        return new IdleBill(templates).write(freeDashboards);
    }

    private Bill write(int freeDashboards) {
        templates.resources().forEach(this::standing);
        var dashboards = templates.resources("AWS::CloudWatch::Dashboard").size();
        bill.add("dashboards", MonthlyPrice.DASHBOARD.of(Math.max(0, dashboards - freeDashboards)));
        bill.add("the secret that Berth makes", MonthlyPrice.SECRET.of(SECRETS));
        bill.add("Berth's own images", MonthlyPrice.IMAGE_GIB.of(IMAGE_GIB));
        sweeps();
        keepAlives();
        return bill;
    }

    private void standing(Resource resource) {
        var price = BY_BEING_THERE.get(resource.type());
        if (price != null) {
            bill.add(resource.id(), price.of(1));
        } else if (resource.type().equals("AWS::EC2::VPCEndpoint")) {
            var interfaces = resource.text("/VpcEndpointType").equals("Interface")
                    ? resource.property("/SubnetIds").size()
                    : 0;
            bill.add(resource.id(), MonthlyPrice.INTERFACE_ENDPOINT.of(interfaces));
        } else if (!FREE_WHILE_IDLE.contains(resource.type()) && !isDashboard(resource)) {
            throw new IllegalArgumentException(
                    "Nobody said what %s costs: price it, or list it as free".formatted(resource));
        }
    }

    private void sweeps() {
        bill.add("sweeps: the function", calls(SWEEPS, memoryGiB("-sweep"), SWEEP_SECONDS));
        bill.add("sweeps: task definitions", calls(TIDIED, memoryGiB("-sweep"), TIDY_SECONDS));
        bill.add("sweeps: rows read", PAID.dollars("DYNAMODB_READ_UNIT", SWEEPS * (double) SWEEP_READ_UNITS));
        bill.add("sweeps: log", PAID.dollars("LOG_BYTE", SWEEPS * (double) SWEEP_LOG_BYTES));
    }

    private void keepAlives() {
        var functions = templates.resources("AWS::Lambda::Alias").size();
        bill.add("keeping functions alive", calls(functions * KEEP_ALIVES, 1, KEEP_ALIVE_SECONDS));
    }

    private double memoryGiB(String nameEndsWith) {
        return templates.resources("AWS::Lambda::Function").stream()
                        .filter(function -> function.text("/FunctionName").endsWith(nameEndsWith))
                        .collect(Collectors.summingInt(
                                function -> function.property("/MemorySize").asInt()))
                / 1024.0;
    }

    private static double calls(int count, double memoryGiB, double seconds) {
        return PAID.dollars("LAMBDA_REQUEST", count) + PAID.dollars("LAMBDA_GIB_SECOND", count * memoryGiB * seconds);
    }

    private static boolean isDashboard(Resource resource) {
        return resource.type().equals("AWS::CloudWatch::Dashboard");
    }
}
