package dev.berth.local.docker;

import java.io.IOException;
import java.io.UncheckedIOException;

/// What the images that Berth brings are built from, packed with the supervisor.
final class ImageResources {
    private static final String FOLDER = "/dev/berth/image/";

    private ImageResources() {}

    static byte[] read(String name) {
        try (var stream = ImageResources.class.getResourceAsStream(FOLDER + name)) {
            if (stream == null) {
                throw new IllegalStateException("The build has not packaged " + FOLDER + name);
            }
            return stream.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
