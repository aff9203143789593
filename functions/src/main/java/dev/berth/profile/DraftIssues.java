package dev.berth.profile;

import java.util.List;
import java.util.stream.Stream;

/// Everything that stops a draft from being published. What the contract's schema refuses never gets here.
public final class DraftIssues {
    private DraftIssues() {}

    public static List<DraftIssue> of(Draft draft, DraftPolicy policy) {
        return Stream.of(
                        PlatformIssues.of(draft, policy.platform()),
                        AgentIssues.of(draft.agent(), policy.platform()),
                        ResourceIssues.of(draft.resources()),
                        RepositoryIssues.of(
                                draft.repositories(), policy.platform().repositoryUrls()),
                        EnvironmentIssues.of(draft.environment()),
                        LifetimeIssues.of(draft, policy))
                .flatMap(issues -> issues)
                .toList();
    }
}
