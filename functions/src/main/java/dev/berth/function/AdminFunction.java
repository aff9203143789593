package dev.berth.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.berth.event.Json;
import dev.berth.organization.ApiKeySecret;
import dev.berth.organization.ApiKeys;
import dev.berth.organization.Caller;
import dev.berth.organization.CreateOrganization;
import dev.berth.organization.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/// Makes the installation's organization and its first administrator's key, for whoever may invoke it. The caller makes
/// the key and keeps it before it calls, so a call whose answer is lost is repeated with the same key.
public final class AdminFunction implements RequestStreamHandler {
    private final CreateOrganization organizations;
    private final ApiKeys keys;

    AdminFunction(CreateOrganization organizations, ApiKeys keys) {
        this.organizations = organizations;
        this.keys = keys;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        output.write(Json.MAPPER.writeValueAsBytes(answer(Json.MAPPER.readValue(input, Request.class))));
    }

    private Answer answer(Request request) {
        var secret = ApiKeySecret.parse(request.apiKey() == null ? "" : request.apiKey());
        if (secret.isEmpty()
                || request.organization() == null
                || request.organization().isBlank()) {
            throw new IllegalArgumentException(
                    "Send {\"organization\": \"<its name>\", \"apiKey\": \"berth_<43 random characters of base64url>\"}");
        }
        var organization = organizations.ensure(request.organization(), secret.get());
        var isAdministrator = keys.byHash(secret.get().hash())
                .map(key -> key.caller())
                .filter(caller -> caller.organization().equals(organization.id()))
                .filter(AdminFunction::isAdministrator)
                .isPresent();
        return new Answer(organization.id(), isAdministrator);
    }

    private static boolean isAdministrator(Caller caller) {
        return caller.may(Scope.ADMIN);
    }

    /// @param organization a name for people
    /// @param apiKey made by the caller
    record Request(@Nullable String organization, @Nullable String apiKey) {}

    /// @param administrator false when the organization was made before, with another key
    record Answer(String organization, boolean administrator) {}
}
