package dev.berth.infra.substrate;

import dev.berth.infra.settings.Installation;
import dev.berth.infra.settings.NetworkMode;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.constructs.Construct;

/// Where sandboxes stand: nothing reaches them, and they reach the chosen ports. S3 and DynamoDB are reached without a
/// gateway that is paid for.
final class SandboxNetwork extends Construct {
    private static final int ZONES = 2;

    private final Installation.Network choices;
    private final Vpc vpc;
    private final SecurityGroup closed;

    SandboxNetwork(Construct scope, String id, Installation installation) {
        super(scope, id);
        this.choices = installation.network();
        this.vpc = Vpc.Builder.create(this, "Vpc")
                .vpcName(installation.name())
                .maxAzs(ZONES)
                .natGateways(choices.natGateways())
                .subnetConfiguration(subnets())
                .gatewayEndpoints(Map.of(
                        "S3", endpoint(GatewayVpcEndpointAwsService.S3),
                        "DynamoDb", endpoint(GatewayVpcEndpointAwsService.DYNAMODB)))
                .build();
        this.closed = SecurityGroup.Builder.create(this, "Closed")
                .vpc(vpc)
                .description("Sandboxes: nothing is let in, only the chosen ports are let out")
                .allowAllOutbound(false)
                .build();
        choices.egressPorts()
                .forEach(port -> closed.addEgressRule(Peer.anyIpv4(), Port.tcp(port), "Chosen by the installer"));
    }

    List<String> subnetIds() {
        return vpc.selectSubnets(SubnetSelection.builder()
                        .subnetType(isPrivate() ? SubnetType.PRIVATE_WITH_EGRESS : SubnetType.PUBLIC)
                        .build())
                .getSubnetIds();
    }

    String securityGroupId() {
        return closed.getSecurityGroupId();
    }

    boolean isPrivate() {
        return choices.mode() == NetworkMode.PRIVATE;
    }

    private List<SubnetConfiguration> subnets() {
        var open = SubnetConfiguration.builder()
                .name("public")
                .subnetType(SubnetType.PUBLIC)
                // only a task that asks for an address gets one
                .mapPublicIpOnLaunch(false)
                .build();
        var hidden = SubnetConfiguration.builder()
                .name("private")
                .subnetType(SubnetType.PRIVATE_WITH_EGRESS)
                .build();
        return isPrivate() ? List.of(open, hidden) : List.of(open);
    }

    private static GatewayVpcEndpointOptions endpoint(GatewayVpcEndpointAwsService service) {
        return GatewayVpcEndpointOptions.builder().service(service).build();
    }
}
