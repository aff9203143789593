package dev.berth.supervisor.build;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a repository's `.lfsconfig` says that Git LFS finds its large files.
public final class LargeFileStores {
    public static final String FILE = ".lfsconfig";

    /// For `git config --null`: its answer is what [#refused] reads.
    public static final List<String> QUERY =
            List.of("--null", "--get-regexp", "^(lfs\\.(push)?url|remote\\..*\\.lfs(push)?url)$");

    private LargeFileStores() {}

    /// One that is not to be fetched from for a repository from `url`.
    public static Optional<String> refused(String url, String answer) {
        return Stream.of(answer.split("\0"))
                .map(entry -> entry.split("\n", 2))
                .filter(entry -> entry.length == 2)
                .map(entry -> entry[1])
                .filter(store -> !GitTransports.mayRefer(url, store))
                .findFirst();
    }
}
