package dev.berth.profile;

import dev.berth.event.Actor;
import dev.berth.event.Json;
import dev.berth.http.MutableClock;
import dev.berth.organization.Caller;
import dev.berth.organization.Ids;
import dev.berth.organization.Scope;
import dev.berth.snapshot.CancelBuild;
import dev.berth.snapshot.EndBuild;
import dev.berth.snapshot.FakeSnapshotBuilder;
import dev.berth.snapshot.RecordBuild;
import dev.berth.snapshot.RefreshSnapshot;
import dev.berth.snapshot.Snapshot;
import dev.berth.snapshot.Snapshots;
import dev.berth.snapshot.StartBuild;
import dev.berth.snapshot.SweepSnapshots;
import dev.berth.store.BerthStore;
import dev.berth.trigger.RecordingEventBus;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An organization with profiles, wired over a store, a builder that builds nothing, and a clock that stands still.
public final class ProfileScene {
    public static final DraftPolicy POLICY = new DraftPolicy(
            false,
            1440,
            new DraftPolicy.Platform(Map.of("shell", List.of()), false, false, RepositoryUrlPolicy.ONE_MACHINE));

    public final MutableClock clock = new MutableClock();
    public final FakeSnapshotBuilder builder = new FakeSnapshotBuilder();
    public final RecordingEventBus bus = new RecordingEventBus();
    public final Ids ids = Ids.ulids();
    public final BerthStore store;
    public final Caller caller;

    public final Profiles profiles;
    public final Drafts drafts;
    public final Versions versions;
    public final Snapshots snapshots;

    public final StartBuild startBuild;
    public final EndBuild endBuild;
    public final RecordBuild recordBuild;
    public final CancelBuild cancelBuild;
    public final RefreshSnapshot refreshSnapshot;
    public final SweepSnapshots sweepSnapshots;
    public final CreateProfile createProfile;
    public final DeleteProfile deleteProfile;
    public final SaveDraft saveDraft;
    public final PublishDraft publishDraft;
    public final SweepProfiles sweepProfiles;

    /// @param store may be shared: each scene has an organization of its own
    public ProfileScene(BerthStore store) {
        this(store, POLICY);
    }

    /// @param policy what drafts may ask for
    public ProfileScene(BerthStore store, DraftPolicy policy) {
        this.store = store;
        caller = new Caller(ids.next("org"), Actor.apiKey("key_1"), Set.of(Scope.ADMIN));
        profiles = new Profiles(store);
        drafts = new Drafts(store);
        versions = new Versions(store);
        snapshots = new Snapshots(store);
        startBuild = new StartBuild(store, builder, clock);
        endBuild = new EndBuild(store, builder, bus);
        recordBuild = new RecordBuild(store, builder, endBuild, clock);
        cancelBuild = new CancelBuild(store, endBuild, clock);
        refreshSnapshot = new RefreshSnapshot(store, startBuild, ids, clock);
        sweepSnapshots = new SweepSnapshots(store, builder, startBuild, recordBuild, endBuild, clock);
        createProfile = new CreateProfile(store, ids, clock);
        deleteProfile = new DeleteProfile(store, clock);
        saveDraft = new SaveDraft(store, clock);
        publishDraft = new PublishDraft(store, _ -> policy, startBuild, ids, clock);
        sweepProfiles = new SweepProfiles(store, cancelBuild, builder, clock);
        builder.tell(recordBuild);
    }

    public static Draft draft(String json) {
        return Json.MAPPER.readValue(json, Draft.class);
    }

    public ProfileKey create(String name) {
        return createProfile.create(caller, name, null, (_, _) -> {}).key();
    }

    public SavedDraft save(ProfileKey profile, Draft content) {
        var tag = DraftTag.of(drafts.get(profile));
        return saveDraft.save(profile, content, tag, caller.actor());
    }

    public Published publish(ProfileKey profile) {
        return publishDraft.publish(caller, profile, (_, _) -> {});
    }

    /// A profile with one version, whose snapshot is building.
    public Snapshot building(String name) {
        return snapshot(publish(create(name)).version().key());
    }

    /// A profile with one version, whose snapshot is ready.
    public Snapshot ready(String name) {
        var building = building(name);
        builder.succeed(building.build().id());
        return snapshot(building.version());
    }

    /// The same of a draft.
    public Snapshot ready(String name, Draft draft) {
        var profile = create(name);
        save(profile, draft);
        var building = snapshot(publish(profile).version().key());
        builder.succeed(building.build().id());
        return snapshot(building.version());
    }

    public Snapshot snapshot(VersionKey version) {
        return snapshots.get(version);
    }
}
