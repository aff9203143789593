package dev.berth.profile;

import dev.berth.profile.Draft.Repository;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What is wrong with a draft's repositories, each by itself and beside the others.
final class RepositoryIssues {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

    private RepositoryIssues() {}

    static Stream<DraftIssue> of(List<Repository> repositories, RepositoryUrlPolicy urls) {
        return IntStream.range(0, repositories.size())
                .boxed()
                .flatMap(index ->
                        of("/repositories/" + index, repositories.get(index), repositories.subList(0, index), urls));
    }

    private static Stream<DraftIssue> of(
            String pointer, Repository repository, List<Repository> earlier, RepositoryUrlPolicy urls) {
        return Stream.of(
                        id(pointer + "/id", repository, earlier),
                        RepositoryUrl.issues(pointer + "/url", repository.url(), urls),
                        path(pointer + "/path", repository, earlier),
                        branch(pointer + "/branch", repository))
                .flatMap(issues -> issues);
    }

    private static Stream<DraftIssue> id(String pointer, Repository repository, List<Repository> earlier) {
        if (!ID.matcher(repository.id()).matches()) {
            return Stream.of(new DraftIssue(
                    pointer,
                    "repository_id_invalid",
                    "An id is up to 63 letters, digits, dots, dashes and underscores, beginning with a letter or digit.",
                    "Use a short name, such as 'app'."));
        }
        return earlier.stream().anyMatch(other -> other.id().equals(repository.id()))
                ? Stream.of(new DraftIssue(
                        pointer,
                        "repository_id_used_twice",
                        "Another repository has the id '%s'.".formatted(repository.id()),
                        "Give each repository an id of its own."))
                : Stream.empty();
    }

    private static Stream<DraftIssue> path(String pointer, Repository repository, List<Repository> earlier) {
        var fault = RepositoryPath.fault(repository.path());
        if (fault.isPresent()) {
            return Stream.of(new DraftIssue(
                    pointer,
                    "repository_path_invalid",
                    fault.get(),
                    "Use a relative path of plain names, such as 'app' or 'services/api'."));
        }
        return earlier.stream()
                .filter(other -> RepositoryPath.collide(other.path(), repository.path()))
                .limit(1)
                .map(other -> new DraftIssue(
                        pointer,
                        "repository_path_taken",
                        "The repository '%s' has the same path, or one is inside the other.".formatted(other.id()),
                        "Give each repository a folder of its own."));
    }

    private static Stream<DraftIssue> branch(String pointer, Repository repository) {
        var branch = repository.branch();
        return branch == null || BranchName.isValid(branch)
                ? Stream.empty()
                : Stream.of(new DraftIssue(
                        pointer,
                        "repository_branch_invalid",
                        "Git takes no branch of this name.",
                        "Use the branch's name as 'git branch' lists it, or leave it out for the default branch."));
    }
}
