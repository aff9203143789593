package dev.berth.supervisor.archive;

import dev.berth.supervisor.agent.AgentPrograms.Program;
import dev.berth.supervisor.agent.ProgramFailed;
import dev.berth.supervisor.archive.ArchiveFolder.Part;
import dev.berth.supervisor.process.Deadline;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Takes out of an archive what is not files of the place. It is printed, since the agent's account, which runs `tar`,
/// may not write into the folder of parts.
record ArchiveParts(ArchiveFolder folder, Path archive, Deadline deadline) {
    private static final int CHUNK_BYTES = 8 * 1024;

    /// Each part after a line with its length and its name.
    private static final String WITH_LENGTH = "echo \"$TAR_SIZE $TAR_FILENAME\"; exec cat";

    /// All parts of these: packs one by one, since they may be large, the others at once.
    void extract(List<Contents.Kept> repositories) throws IOException, InterruptedException {
        var small = new ArrayList<Path>();
        for (var kept : repositories) {
            extract(folder.part(kept.number(), Part.PACK), Long.MAX_VALUE);
            for (var part : Part.values()) {
                if (part != Part.PACK) {
                    small.add(folder.part(kept.number(), part));
                }
            }
        }
        if (!small.isEmpty()) {
            extractTogether(small);
        }
    }

    void extract(Path part, long maxBytes) throws ProgramFailed, InterruptedException {
        var program = tar(List.of(part), part, "--to-stdout").writingAtMost(maxBytes);
        folder.programs().output(program, deadline);
    }

    private void extractTogether(List<Path> parts) throws IOException, InterruptedException {
        var program = tar(parts, folder.scratch("parts"), "--to-command=" + WITH_LENGTH);
        try (var in =
                new BufferedInputStream(Files.newInputStream(folder.programs().output(program, deadline)))) {
            for (var _ : parts) {
                copyNext(in, parts);
            }
        }
    }

    private static void copyNext(InputStream in, List<Path> parts) throws IOException {
        var lengthAndName = line(in).split(" ", 2);
        var part = parts.stream()
                .filter(each -> inArchive(each).equals(lengthAndName[lengthAndName.length - 1]))
                .findFirst()
                .orElseThrow(() -> new ProgramFailed("its parts cannot be told apart"));
        try (var out = Files.newOutputStream(part)) {
            copy(in, out, Long.parseLong(lengthAndName[0]));
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
            line.write(read);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private static void copy(InputStream in, OutputStream out, long length) throws IOException {
        var chunk = new byte[CHUNK_BYTES];
        for (var left = length; left > 0; ) {
            var read = in.read(chunk, 0, (int) Math.min(left, chunk.length));
            if (read < 0) {
                throw new ProgramFailed("its parts are cut off");
            }
            out.write(chunk, 0, read);
            left -= read;
        }
    }

    private Program tar(List<Path> parts, Path output, String how) {
        var command = new ArrayList<>(List.of("tar", "--extract", "--file=-", "--occurrence=1", how));
        parts.forEach(part -> command.add(inArchive(part)));
        return new Program(command, folder.place(), output).reading(archive);
    }

    private static String inArchive(Path part) {
        return ArchiveFolder.PARTS + "/" + part.getFileName();
    }
}
