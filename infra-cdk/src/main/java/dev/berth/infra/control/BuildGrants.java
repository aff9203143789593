package dev.berth.infra.control;

import dev.berth.infra.data.DataStack;
import dev.berth.infra.grant.Grant;
import dev.berth.infra.grant.ImageGrants;
import dev.berth.infra.substrate.SubstrateStack;
import java.util.List;

/// What may be done with the builds of snapshots, and with what they leave.
final class BuildGrants {
    private final DataStack data;
    private final SubstrateStack substrate;

    BuildGrants(DataStack data, SubstrateStack substrate) {
        this.data = data;
        this.substrate = substrate;
    }

    List<Grant> start() {
        return List.of(Grant.of(List.of("codebuild:StartBuild"), substrate.snapshotProjectArn()));
    }

    List<Grant> read() {
        return List.of(
                Grant.of(
                        List.of("codebuild:BatchGetBuilds", "codebuild:ListBuildsForProject", "codebuild:StopBuild"),
                        substrate.snapshotProjectArn()),
                Grant.of(List.of("logs:GetLogEvents"), substrate.snapshotLog().getLogGroupArn()));
    }

    /// An image is looked at before it is called ready, and tagged when nothing starts from it any more.
    List<Grant> end() {
        return List.of(
                ImageGrants.describe(data.snapshotRepositoryArn()),
                ImageGrants.tag(data.snapshotRepositoryArn()),
                Grant.of(List.of("s3:ListBucket"), data.objectsArn()),
                Grant.of(List.of("s3:DeleteObject", "s3:GetObject"), data.objectsArn() + "/builds/*"));
    }
}
