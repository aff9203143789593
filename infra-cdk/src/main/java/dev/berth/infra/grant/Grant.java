package dev.berth.infra.grant;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.PolicyStatement;

/// Leave to do some things with some resources.
///
/// @param actions by name; never a pattern
/// @param resources ARNs; `*` only for actions that AWS knows no resource for
/// @param conditions as IAM writes them
public record Grant(List<String> actions, List<String> resources, Map<String, Object> conditions) {
    private static final String EVERYTHING = "*";

    public Grant {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
        conditions = Map.copyOf(conditions);
        if (actions.stream().anyMatch(action -> action.contains(EVERYTHING))) {
            throw new IllegalArgumentException("A grant names its actions: " + actions);
        }
    }

    public static Grant of(List<String> actions, String... resources) {
        return new Grant(actions, List.of(resources), Map.of());
    }

    /// Of actions that AWS has no resource for.
    public static Grant withoutResource(String... actions) {
        return new Grant(List.of(actions), List.of(EVERYTHING), Map.of());
    }

    public Grant when(String operator, Map<String, Object> condition) {
        return new Grant(actions, resources, Map.of(operator, condition));
    }

    PolicyStatement statement() {
        return PolicyStatement.Builder.create()
                .actions(actions)
                .resources(resources)
                .conditions(conditions)
                .build();
    }
}
