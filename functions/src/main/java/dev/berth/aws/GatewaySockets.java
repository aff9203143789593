package dev.berth.aws;

import dev.berth.conversation.Sockets;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.ApiGatewayManagementApiException;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GoneException;

/// Sends through API Gateway's `@connections`.
public final class GatewaySockets implements Sockets {
    private static final Logger LOG = LoggerFactory.getLogger(GatewaySockets.class);

    /// What API Gateway answers for an id that no connection can have.
    private static final int BAD_REQUEST = 400;

    private final Supplier<ApiGatewayManagementApiClient> client;

    public GatewaySockets(Supplier<ApiGatewayManagementApiClient> client) {
        this.client = client;
    }

    /// A message that cannot be sent now is lost: it only wakes, and whoever is not woken reads a little later.
    @Override
    public boolean send(String connection, String message) {
        try {
            client.get().postToConnection(request -> request.connectionId(connection)
                    .data(SdkBytes.fromUtf8String(message)));
            return true;
        } catch (GoneException _) {
            return false;
        } catch (ApiGatewayManagementApiException refused) {
            LOG.warn("Connection {} was not woken: {}", connection, refused.getMessage());
            return refused.statusCode() != BAD_REQUEST;
        } catch (SdkException failed) {
            LOG.warn("Connection {} was not woken", connection, failed);
            return true;
        }
    }
}
