package dev.berth.infra.substrate;

import dev.berth.infra.data.DataStack;
import dev.berth.infra.grant.Grant;
import dev.berth.infra.grant.ImageGrants;
import dev.berth.infra.release.Release;
import dev.berth.infra.settings.Installation;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/// What sandboxes run on, and what builds their images. Nothing here costs while no sandbox runs, but for NAT gateways
/// where they were chosen.
public final class SubstrateStack extends Stack {
    private static final int SNAPSHOT_MINUTES = 60;

    /// Where a build finds its plan and leaves why it failed.
    private static final String BUILD_FILES = "/builds/*";

    private final SandboxNetwork network;
    private final SandboxCluster cluster;
    private final RuntimeImage runtimeImage;
    private final ImageProject snapshotProject;

    public SubstrateStack(
            Construct scope, String id, StackProps props, Installation installation, Release release, DataStack data) {
        super(scope, id, props);
        this.network = new SandboxNetwork(this, "Network", installation);
        var sources = new ImageSources(this, "ImageSources", release.imageContexts());
        this.runtimeImage = new RuntimeImage(this, "RuntimeImage", installation, release, sources);
        this.cluster = new SandboxCluster(
                this, "Sandboxes", installation, List.of(data.snapshotRepositoryArn(), runtimeImage.repositoryArn()));
        this.snapshotProject = new ImageProject(
                this,
                "Snapshots",
                "snapshots",
                installation,
                sources,
                new ImageProject.Work(
                        release.snapshotBuild(),
                        "BUILD_GENERAL1_MEDIUM",
                        SNAPSHOT_MINUTES,
                        installation.limits().concurrentBuilds(),
                        // each build is told what it is about
                        Map.of(),
                        List.of(
                                ImageGrants.signIn(),
                                ImageGrants.pull(data.snapshotRepositoryArn(), runtimeImage.repositoryArn()),
                                ImageGrants.push(data.snapshotRepositoryArn()),
                                Grant.of(List.of("s3:GetObject", "s3:PutObject"), data.objectsArn() + BUILD_FILES))));
    }

    public List<String> subnetIds() {
        return network.subnetIds();
    }

    public String securityGroupId() {
        return network.securityGroupId();
    }

    public boolean givesPublicAddresses() {
        return !network.isPrivate();
    }

    public String clusterArn() {
        return cluster.arn();
    }

    public String executionRoleArn() {
        return cluster.executionRoleArn();
    }

    public String sandboxLogGroup() {
        return cluster.logGroupName();
    }

    public String runtimeImage() {
        return runtimeImage.uri();
    }

    public String snapshotProject() {
        return snapshotProject.name();
    }

    public String snapshotProjectArn() {
        return snapshotProject.arn();
    }

    public LogGroup snapshotLog() {
        return snapshotProject.log();
    }
}
