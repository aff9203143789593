package dev.berth.supervisor.control;

import dev.berth.event.Json;
import dev.berth.protocol.Activity;
import dev.berth.protocol.EventBatch;
import dev.berth.protocol.SandboxEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.TreeMap;

/// Batches that were not acknowledged, each a file that is on the disk before it is sent. Not safe for threads.
final class Spool {
    private static final String SUFFIX = ".batch";

    private final Path folder;
    /// Batch number to the number of its events.
    private final TreeMap<Long, Integer> waiting = new TreeMap<>();
    private long last;

    Spool(Path folder) throws IOException {
        this.folder = folder;
        try (var files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (var file : files) {
                var number = Long.parseLong(file.getFileName().toString().replace(SUFFIX, ""));
                waiting.put(number, read(number).events().size());
                last = Math.max(last, number);
            }
        }
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    int size() {
        return waiting.size();
    }

    long events() {
        return waiting.values().stream().mapToLong(Integer::longValue).sum();
    }

    long firstNumber() {
        return waiting.firstKey();
    }

    EventBatch read(long number) throws IOException {
        var stored = Json.MAPPER.readValue(Files.readAllBytes(file(number)), EventBatch.class);
        return new EventBatch(number, stored.activity(), stored.events());
    }

    void append(Activity activity, List<SandboxEvent> events) throws IOException {
        last++;
        store(new EventBatch(last, activity, events));
    }

    /// Forgets what is in the log; returns how many events that were.
    int acknowledge(long through) throws IOException {
        var events = 0;
        while (!waiting.isEmpty() && waiting.firstKey() <= through) {
            var first = waiting.pollFirstEntry();
            Files.deleteIfExists(file(first.getKey()));
            events += first.getValue();
        }
        last = Math.max(last, through);
        return events;
    }

    /// Puts several batches in the place of one that was refused. Those behind it were never sent, so that their
    /// numbers may move.
    void replace(EventBatch refused, List<List<SandboxEvent>> parts) throws IOException {
        var added = parts.size() - 1;
        for (var number : List.copyOf(waiting.tailMap(refused.number(), false).descendingKeySet())) {
            Files.move(file(number), file(number + added), StandardCopyOption.ATOMIC_MOVE);
            waiting.put(number + added, waiting.getOrDefault(number, 0));
        }
        for (var part = added; part >= 0; part--) {
            store(new EventBatch(refused.number() + part, refused.activity(), parts.get(part)));
        }
        last += added;
    }

    private void store(EventBatch batch) throws IOException {
        var part = folder.resolve("part");
        try (var channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.write(ByteBuffer.wrap(Json.MAPPER.writeValueAsBytes(batch)));
            channel.force(false);
        }
        Files.move(part, file(batch.number()), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        waiting.put(batch.number(), batch.events().size());
    }

    private Path file(long number) {
        return folder.resolve(number + SUFFIX);
    }
}
