package dev.berth.profile;

import dev.berth.organization.Caller;
import dev.berth.organization.Ids;
import dev.berth.snapshot.Snapshot;
import dev.berth.snapshot.Snapshots;
import dev.berth.snapshot.StartBuild;
import dev.berth.store.BerthStore;
import dev.berth.store.Optimistic;
import dev.berth.store.Transaction;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Makes a profile's draft its next version and has the snapshot built. However many publish the same draft at once,
/// there is one version and one build.
public final class PublishDraft {
    private final BerthStore store;
    private final Profiles profiles;
    private final Drafts drafts;
    private final Versions versions;
    private final Snapshots snapshots;
    private final DraftPolicies policies;
    private final StartBuild startBuild;
    private final Ids ids;
    private final Clock clock;

    public PublishDraft(BerthStore store, DraftPolicies policies, StartBuild startBuild, Ids ids, Clock clock) {
        this.store = store;
        this.profiles = new Profiles(store);
        this.drafts = new Drafts(store);
        this.versions = new Versions(store);
        this.snapshots = new Snapshots(store);
        this.policies = policies;
        this.startBuild = startBuild;
        this.ids = ids;
        this.clock = clock;
    }

    /// @param alsoWrite adds to the transaction what has to become true together with the version
    public Published publish(Caller caller, ProfileKey profile, BiConsumer<Transaction, Published> alsoWrite) {
        var published = Optimistic.retry(() -> attempt(caller, profiles.get(profile), alsoWrite));
        if (published.isNew()) {
            startBuild.start(published.snapshot(), published.content());
        }
        return published;
    }

    private Optional<Published> attempt(Caller caller, Profile profile, BiConsumer<Transaction, Published> alsoWrite) {
        var draft = drafts.get(profile.key()).content();
        var newest = profile.newestVersion() == 0 ? null : versions.getContent(profile.newest());
        var transaction = store.transaction();
        var published =
                switch (Publication.of(draft, newest, () -> DraftIssues.of(draft, policy(profile)))) {
                    case Publication.Refused(var issues) -> throw ProfileProblems.hasIssues(issues);
                    case Publication.Unchanged() -> unchanged(transaction, profile, draft);
                    case Publication.NewVersion() -> newVersion(transaction, profile, draft, caller);
                };
        alsoWrite.accept(transaction, published);
        return transaction.commit() ? Optional.of(published) : Optional.empty();
    }

    private Published unchanged(Transaction transaction, Profile profile, Draft content) {
        profiles.check(transaction, profile);
        var version = versions.get(profile.newest());
        return new Published(version, content, snapshots.get(version.key()), false);
    }

    /// Two at once both raise the profile's revision: one of them has to read again, and finds its draft published.
    private Published newVersion(Transaction transaction, Profile profile, Draft draft, Caller caller) {
        var next = profile.published();
        var version = new ProfileVersion(next.newest(), clock.instant(), caller.actor());
        var snapshot = Snapshot.requested(version.key(), ids.next("bld"), version.publishedAt());
        profiles.replace(transaction, profile, next);
        versions.insert(transaction, version, draft);
        snapshots.insert(transaction, snapshot);
        return new Published(version, draft, snapshot, true);
    }

    private DraftPolicy policy(Profile profile) {
        return policies.of(profile.key().organization());
    }
}
