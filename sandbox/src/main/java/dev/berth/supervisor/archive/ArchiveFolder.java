package dev.berth.supervisor.archive;

import dev.berth.supervisor.agent.AgentPrograms;
import dev.berth.supervisor.folder.SandboxFolder;
import dev.berth.supervisor.workspace.Git;
import dev.berth.supervisor.workspace.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The supervisor's folder for archives: what they are made of, what was taken out of one, and the file itself.
///
/// @param programs what reads and writes the agent's files
record ArchiveFolder(SandboxFolder sandbox, AgentPrograms programs) {
    /// Within an archive, what is not a file of the workspace or the agent's state.
    static final String PARTS = "berth";

    private static final String CONTENTS = "contents.json";

    Path root() {
        return sandbox.archive();
    }

    Path place() {
        return sandbox.place();
    }

    Path file() {
        return root().resolve("archive.tar");
    }

    Path parts() {
        return root().resolve(PARTS);
    }

    /// What says how to read the others.
    Path contents() {
        return parts().resolve(CONTENTS);
    }

    /// @param number of the repository it is about
    Path part(int number, Part part) {
        return parts().resolve(number + part.suffix());
    }

    Path scratch() {
        return root().resolve("scratch");
    }

    Path scratch(String name) {
        return scratch().resolve(name);
    }

    Git git(Repository repository) {
        return Git.in(repository, scratch(), programs);
    }

    /// As an archive names it.
    String inPlace(Path path) {
        return place().relativize(path).toString();
    }

    /// Empty folders for parts and scratch.
    void begin() throws IOException {
        clear();
        Files.createDirectories(parts());
        Files.createDirectories(scratch());
    }

    void clear() throws IOException {
        for (var folder : new Path[] {parts(), scratch()}) {
            if (Files.isDirectory(folder)) {
                try (var files = Files.walk(folder)) {
                    for (var file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                        Files.delete(file);
                    }
                }
            }
        }
    }

    /// What of a repository is not files of its work tree or git folder.
    enum Part {
        /// Objects that the snapshot does not have.
        PACK(".pack"),
        /// Files that the commit has and the work tree has not.
        DELETED(".deleted"),
        /// Objects and the references that name them.
        REFERENCES(".references"),
        /// Commits that have to be there already, or nothing would hold together.
        REQUIRED(".required"),
        /// Where the history is cut off.
        SHALLOW(".shallow");

        private final String suffix;

        Part(String suffix) {
            this.suffix = suffix;
        }

        String suffix() {
            return suffix;
        }
    }
}
