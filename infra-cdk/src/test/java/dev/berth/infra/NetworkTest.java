package dev.berth.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("node")
final class NetworkTest {
    @ParameterizedTest
    @ValueSource(strings = {Synthesis.DEFAULTS, Synthesis.PRIVATE, Synthesis.EVERYTHING})
    void nothingReachesASandbox(String settings) {
        var templates = Synthesis.of(settings);
        assertThat(templates
                        .only("AWS::EC2::SecurityGroup")
                        .property("/SecurityGroupIngress")
                        .isMissingNode())
                .isTrue();
        assertThat(templates.resources("AWS::EC2::SecurityGroupIngress")).isEmpty();
    }

    @Test
    void aSandboxReachesTheChosenPortsOnly() {
        assertThat(egressPorts(Synthesis.DEFAULTS)).containsExactly(80, 443);
        assertThat(egressPorts(Synthesis.EVERYTHING)).containsExactly(22, 80, 443);
    }

    @Test
    void byDefaultNothingOfTheNetworkIsPaidForByTheHour() {
        var templates = Synthesis.of(Synthesis.DEFAULTS);
        assertThat(templates.resources("AWS::EC2::NatGateway")).isEmpty();
        assertThat(templates.resources("AWS::EC2::EIP")).isEmpty();
        assertThat(templates.resources("AWS::EC2::VPCEndpoint"))
                .hasSize(2)
                .extracting(endpoint -> endpoint.text("/VpcEndpointType"))
                .containsOnly("Gateway");
    }

    @Test
    void byDefaultSandboxesHaveAddressesOfTheirOwn() {
        var templates = Synthesis.of(Synthesis.DEFAULTS);
        assertThat(told(templates, "BERTH_ASSIGN_PUBLIC_IP")).containsOnly("ENABLED");
        assertThat(templates.resources("AWS::EC2::Subnet")).allSatisfy(subnet -> assertThat(
                        subnet.property("/MapPublicIpOnLaunch").asBoolean())
                .isFalse());
    }

    @Test
    void privateSandboxesLeaveByTheChosenNumberOfNatGateways() {
        assertThat(Synthesis.of(Synthesis.PRIVATE).resources("AWS::EC2::NatGateway"))
                .hasSize(1);
        assertThat(Synthesis.of(Synthesis.EVERYTHING).resources("AWS::EC2::NatGateway"))
                .hasSize(2);
        assertThat(told(Synthesis.of(Synthesis.PRIVATE), "BERTH_ASSIGN_PUBLIC_IP"))
                .containsOnly("DISABLED");
    }

    private static List<Integer> egressPorts(String settings) {
        return Synthesis.of(settings)
                .only("AWS::EC2::SecurityGroup")
                .property("/SecurityGroupEgress")
                .valueStream()
                .map(rule -> {
                    assertThat(rule.path("FromPort")).isEqualTo(rule.path("ToPort"));
                    assertThat(rule.path("IpProtocol").stringValue()).isEqualTo("tcp");
                    return rule.path("FromPort").intValue();
                })
                .toList();
    }

    private static List<String> told(Templates templates, String variable) {
        return templates.resources("AWS::Lambda::Function").stream()
                .map(function -> function.text("/Environment/Variables/" + variable))
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
