package dev.berth.function;

import dev.berth.http.Endpoint;
import dev.berth.http.Idempotency;
import dev.berth.organization.Caller;
import dev.berth.organization.Ids;
import dev.berth.organization.Organizations;
import dev.berth.profile.CreateProfile;
import dev.berth.profile.DeleteProfile;
import dev.berth.profile.DraftPolicies;
import dev.berth.profile.DraftRoutes;
import dev.berth.profile.Drafts;
import dev.berth.profile.ProfileRoutes;
import dev.berth.profile.Profiles;
import dev.berth.profile.PublishDraft;
import dev.berth.profile.SaveDraft;
import dev.berth.profile.SweepProfiles;
import dev.berth.profile.VersionRoutes;
import dev.berth.profile.Versions;
import dev.berth.snapshot.CancelBuild;
import dev.berth.snapshot.EndBuild;
import dev.berth.snapshot.RecordBuild;
import dev.berth.snapshot.RefreshSnapshot;
import dev.berth.snapshot.SnapshotObserver;
import dev.berth.snapshot.SnapshotRoutes;
import dev.berth.snapshot.Snapshots;
import dev.berth.snapshot.StartBuild;
import dev.berth.snapshot.SweepSnapshots;
import dev.berth.store.BerthStore;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/// Profiles and their snapshots, wired.
final class SnapshotFeature {
    private final ProfileRoutes profileRoutes;
    private final DraftRoutes draftRoutes;
    private final VersionRoutes versionRoutes;
    private final SnapshotRoutes snapshotRoutes;
    private final RecordBuild recordBuild;
    private final SweepSnapshots sweepSnapshots;
    private final SweepProfiles sweepProfiles;

    SnapshotFeature(Ports ports, Settings settings, BerthStore store, Idempotency idempotency, Ids ids, Clock clock) {
        var policies = DraftPolicies.of(new Organizations(store), settings.platform());
        var profiles = new Profiles(store);
        var drafts = new Drafts(store);
        var versions = new Versions(store);
        var snapshots = new Snapshots(store);
        var builder = ports.snapshotBuilder();
        var startBuild = new StartBuild(store, builder, clock);
        var endBuild = new EndBuild(store, builder, ports.bus());
        var cancelBuild = new CancelBuild(store, endBuild, clock);
        this.recordBuild = new RecordBuild(store, builder, endBuild, clock);
        this.sweepSnapshots = new SweepSnapshots(store, builder, startBuild, recordBuild, endBuild, clock);
        this.sweepProfiles = new SweepProfiles(store, cancelBuild, builder, clock);
        this.profileRoutes = new ProfileRoutes(
                profiles, new CreateProfile(store, ids, clock), new DeleteProfile(store, clock), idempotency);
        this.draftRoutes = new DraftRoutes(profiles, drafts, new SaveDraft(store, clock), policies);
        this.versionRoutes = new VersionRoutes(
                profiles, versions, snapshots, new PublishDraft(store, policies, startBuild, ids, clock), idempotency);
        this.snapshotRoutes = new SnapshotRoutes(
                profiles,
                versions,
                snapshots,
                builder,
                new RefreshSnapshot(store, startBuild, ids, clock),
                cancelBuild);
    }

    Stream<Endpoint<Caller>> endpoints() {
        return Stream.of(
                        profileRoutes.endpoints(),
                        draftRoutes.endpoints(),
                        versionRoutes.endpoints(),
                        snapshotRoutes.endpoints())
                .flatMap(List::stream);
    }

    SnapshotObserver observer() {
        return recordBuild;
    }

    void sweep() {
        sweepSnapshots.sweep();
        sweepProfiles.sweep();
    }
}
