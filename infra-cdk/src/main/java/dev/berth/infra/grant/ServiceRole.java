package dev.berth.infra.grant;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/// A role that one thing has and that can do what it was granted, and nothing else: no construct adds to it.
public final class ServiceRole {
    private ServiceRole() {}

    /// @param service that takes the role, as in `lambda.amazonaws.com`
    public static Role of(Construct scope, String id, String service, @Nullable String name, List<Grant> grants) {
        var statements = grants.stream().map(Grant::statement).toList();
        return Role.Builder.create(scope, id)
                .roleName(name)
                .assumedBy(new ServicePrincipal(service))
                .inlinePolicies(Map.of(
                        "grants",
                        PolicyDocument.Builder.create().statements(statements).build()))
                .build();
    }

    public static Role of(Construct scope, String id, String service, List<Grant> grants) {
        return of(scope, id, service, null, grants);
    }
}
