package dev.berth.supervisor.repository;

import dev.berth.protocol.Manifest.Repository;
import dev.berth.supervisor.build.LargeFileStores;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a newer commit keeps with Git LFS, for a repository whose snapshot was made with it.
record LargeFiles(Repository repository, Shadow shadow) {

    /// Has it all here, so that nothing is fetched while files move.
    void fetch() throws IOException, InterruptedException, StaysBehind {
        if (!Files.isDirectory(shadow.copy().largeFiles())) {
            return;
        }
        var answer = shadow.configuration(Shadow.TO, LargeFileStores.FILE, LargeFileStores.QUERY);
        var refused = LargeFileStores.refused(shadow.git().url(), answer);
        if (refused.isPresent()) {
            throw StaysBehind.largeFiles(repository, "%s is not a store that is allowed".formatted(refused.get()));
        }
        configure();
        var fetched = shadow.runAlone("lfs", "fetch", "origin", Shadow.TO);
        if (!fetched.succeeded()) {
            throw StaysBehind.largeFiles(repository, Git.complaint(fetched));
        }
    }

    /// In our folder's file rather than on the command line, from where it would reach what serves the repository.
    private void configure() throws IOException, InterruptedException {
        var settings = new LinkedHashMap<String, String>();
        settings.put("remote.origin.url", shadow.git().url());
        settings.put("lfs.storage", shadow.copy().largeFiles().toString());
        settings.putAll(Map.of(
                "filter.lfs.clean", "git-lfs clean -- %f",
                "filter.lfs.smudge", "git-lfs smudge -- %f",
                "filter.lfs.process", "git-lfs filter-process",
                "filter.lfs.required", "true"));
        for (var setting : settings.entrySet()) {
            Git.text(shadow.runAlone("config", setting.getKey(), setting.getValue()));
        }
    }
}
