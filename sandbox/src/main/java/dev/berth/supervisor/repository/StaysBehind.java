package dev.berth.supervisor.repository;

import dev.berth.event.Failure;
import dev.berth.event.MustAct;
import dev.berth.protocol.Manifest.Repository;

/// A repository is left as its snapshot has it, and why.
final class StaysBehind extends Exception {
    private static final String REFRESH = "Refresh the snapshot: its setup then begins with the newest commit.";

    private final transient Failure failure;

    private StaysBehind(Failure failure) {
        super(failure.detail());
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }

    static StaysBehind unreachable(Repository repository, String reason) {
        return of(
                "repository_unreachable",
                repository,
                "could not be asked for its newest commit: " + reason,
                "See that its host can be reached from here and that the repository may be read; the next session asks again.",
                MustAct.OPERATOR);
    }

    static StaysBehind tooSlow(Repository repository, long seconds) {
        return of(
                "repository_too_slow",
                repository,
                "did not give its newest commit within %d seconds".formatted(seconds),
                "Refresh the snapshot, so that there is less to fetch; see that its host can be reached from here.",
                MustAct.OPERATOR);
    }

    static StaysBehind branchDeleted(Repository repository, String branch) {
        return of(
                "branch_deleted",
                repository,
                "has no branch '%s' any more".formatted(branch),
                "Name another branch in the profile's draft and publish it, or push the branch again.",
                MustAct.CALLER);
    }

    static StaysBehind notFetched(Repository repository, String reason) {
        return of(
                "repository_not_fetched",
                repository,
                "has a newer commit, which could not be fetched: " + reason,
                REFRESH,
                MustAct.CALLER);
    }

    static StaysBehind largeFiles(Repository repository, String reason) {
        return of(
                "large_files_not_fetched",
                repository,
                "has a newer commit, whose Git LFS files could not be fetched: " + reason,
                REFRESH,
                MustAct.CALLER);
    }

    static StaysBehind hasOwnCommits(Repository repository, String branch) {
        return of(
                "repository_changed_by_setup",
                repository,
                "has commits on '%s' that the setup script made, and a newer one where it comes from".formatted(branch),
                "Let the setup script commit on a branch of its own, or refresh the snapshot.",
                MustAct.CALLER);
    }

    static StaysBehind inTheWay(Repository repository, String reason) {
        return of(
                "repository_changed_by_setup",
                repository,
                "has a newer commit, and what the setup script changed is in its way: " + reason,
                REFRESH,
                MustAct.CALLER);
    }

    static StaysBehind filtered(Repository repository, String filter) {
        return of(
                "repository_filtered",
                repository,
                "has a newer commit, and its files go through the filter '%s', which only git in the session runs"
                        .formatted(filter),
                REFRESH,
                MustAct.CALLER);
    }

    static StaysBehind submodule(Repository repository, String path, String reason) {
        return of(
                "submodule_not_updated",
                repository,
                "has a newer commit, and its submodule '%s' %s".formatted(path, reason),
                REFRESH,
                MustAct.CALLER);
    }

    private static StaysBehind of(String code, Repository repository, String what, String remedy, MustAct mustAct) {
        var detail = "Repository '%s' (%s) %s. The session begins with the commit that its snapshot has."
                .formatted(repository.id(), repository.url(), what);
        return new StaysBehind(new Failure(code, detail, remedy, mustAct));
    }
}
