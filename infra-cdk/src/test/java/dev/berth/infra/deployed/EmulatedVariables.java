package dev.berth.infra.deployed;

import dev.berth.aws.ministack.Ministack;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What functions are told otherwise than their template says: where things are, since the emulator's names are not
/// resolved, and this machine's processor.
///
/// @param bridge of the emulator, for containers
/// @param functionUrl of the sandboxes' function, for containers
/// @param codeBuild which is not the emulator's
record EmulatedVariables(Ministack ministack, String bridge, String functionUrl, String codeBuild) {

    /// @param template of the functions
    Map<String, Object> of(JsonNode template) {
        var socket = "/_aws/execute-api/${%s}/socket".formatted(webSocketApi(template));
        return Map.of(
                "AWS_ENDPOINT_URL",
                ministack.endpoint().toString(),
                // containers follow its signed links
                "AWS_ENDPOINT_URL_S3",
                "http://" + bridge,
                "AWS_ENDPOINT_URL_CODEBUILD",
                codeBuild,
                "BERTH_SOCKETS_ENDPOINT",
                Map.of("Fn::Sub", ministack.endpoint() + socket),
                "BERTH_SANDBOX_SOCKET_URL",
                Map.of("Fn::Sub", "ws://" + bridge + socket),
                "BERTH_SANDBOX_URL",
                functionUrl,
                "BERTH_SNAPSHOT_REPOSITORY",
                ministack.host() + "/berth/snapshots",
                "BERTH_ARCHITECTURE",
                System.getProperty("os.arch").equals("aarch64") ? "ARM64" : "X86_64");
    }

    private static String webSocketApi(JsonNode template) {
        return template.path("Resources")
                .propertyStream()
                .filter(resource -> resource.getValue()
                        .at("/Properties/ProtocolType")
                        .asString("")
                        .equals("WEBSOCKET"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
