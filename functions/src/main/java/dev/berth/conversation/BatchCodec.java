package dev.berth.conversation;

import dev.berth.event.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import tools.jackson.core.type.TypeReference;

/// Entries as compressed bytes: a batch costs write units by the kilobyte.
final class BatchCodec {
    private static final TypeReference<List<LogEntry>> ENTRIES = new TypeReference<>() {};

    private BatchCodec() {}

    static byte[] encode(List<LogEntry> entries) {
        var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try (var bytes = new ByteArrayOutputStream();
                var compressed = new DeflaterOutputStream(bytes, deflater)) {
            compressed.write(Json.MAPPER.writeValueAsBytes(entries));
            compressed.finish();
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            deflater.end();
        }
    }

    static List<LogEntry> decode(byte[] bytes) {
        var inflater = new Inflater(true);
        try (var plain = new InflaterInputStream(new ByteArrayInputStream(bytes), inflater)) {
            return Json.MAPPER.readValue(plain, ENTRIES);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            inflater.end();
        }
    }
}
