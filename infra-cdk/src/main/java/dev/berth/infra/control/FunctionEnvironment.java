package dev.berth.infra.control;

import dev.berth.infra.data.DataStack;
import dev.berth.infra.release.Release;
import dev.berth.infra.settings.Installation;
import dev.berth.infra.substrate.SubstrateStack;
import java.util.Map;
import java.util.TreeMap;

/// What functions are told: no secret among it, and nothing that gives leave to do anything.
final class FunctionEnvironment {
    private final TreeMap<String, String> variables = new TreeMap<>();

    FunctionEnvironment(Installation installation, Release release, DataStack data, SubstrateStack substrate) {
        variables.put("BERTH_RELEASE", release.version());
        variables.put("BERTH_TABLE_NAME", data.tableName());
        variables.put("BERTH_OBJECTS_BUCKET", data.objectsBucket());
        variables.put("BERTH_SNAPSHOT_REPOSITORY", data.snapshotRepositoryUri());
        variables.put("BERTH_SNAPSHOT_PROJECT", substrate.snapshotProject());
        variables.put("BERTH_RUNTIME_IMAGE", substrate.runtimeImage());
        variables.put("BERTH_SECRETS_PREFIX", FunctionGrants.secretsPrefix(installation));
        variables.put("BERTH_CLUSTER_ARN", substrate.clusterArn());
        variables.put("BERTH_TASK_FAMILY_PREFIX", FunctionGrants.taskFamilyPrefix(installation));
        variables.put("BERTH_TASK_EXECUTION_ROLE_ARN", substrate.executionRoleArn());
        variables.put("BERTH_TASK_LOG_GROUP", substrate.sandboxLogGroup());
        variables.put("BERTH_SUBNETS", String.join(",", substrate.subnetIds()));
        variables.put("BERTH_SECURITY_GROUPS", substrate.securityGroupId());
        variables.put("BERTH_ASSIGN_PUBLIC_IP", substrate.givesPublicAddresses() ? "ENABLED" : "DISABLED");
        variables.put(
                "BERTH_ARCHITECTURE", installation.sandboxes().architecture().fargateName());
        variables.put(
                "BERTH_CAPACITY_PROVIDER", installation.sandboxes().capacity().name());
    }

    FunctionEnvironment put(String name, String value) {
        variables.put(name, value);
        return this;
    }

    Map<String, String> variables() {
        return Map.copyOf(variables);
    }
}
