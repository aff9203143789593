package dev.berth.infra.data;

import dev.berth.infra.settings.Installation;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/// What outlives everything else. `make destroy` leaves this stack standing, so that an installation that comes back
/// finds what it had.
public final class DataStack extends Stack {
    private final SessionTable table;
    private final ObjectsBucket objects;
    private final SnapshotRepository snapshots;

    public DataStack(Construct scope, String id, StackProps props, Installation installation) {
        super(scope, id, props);
        this.table = new SessionTable(this, "Sessions", installation);
        this.objects = new ObjectsBucket(this, "Objects", installation);
        this.snapshots = new SnapshotRepository(this, "Snapshots", installation);
    }

    public String tableName() {
        return table.name();
    }

    /// Of the table and each of its indexes.
    public List<String> tableArns() {
        return table.arns();
    }

    public String objectsBucket() {
        return objects.name();
    }

    public String objectsArn() {
        return objects.arn();
    }

    /// Without a tag.
    public String snapshotRepositoryUri() {
        return snapshots.uri();
    }

    public String snapshotRepositoryArn() {
        return snapshots.arn();
    }
}
