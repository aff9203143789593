package dev.berth.access;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Keeps what is too large for a row: diffs, big outputs, archives. Keys look like `org_…/ses_…/diff/…`.
public interface ObjectStore {
    void put(String key, byte[] bytes);

    Optional<byte[]> get(String key);

    /// In bytes; empty when there is no such object.
    OptionalLong size(String key);

    /// Lower-case hex of the object's CRC-32C, 8 digits; empty when there is no such object. Of an object that came by
    /// a link with a checksum, and cheap for no other.
    Optional<String> crc32c(String key);

    /// The keys that begin so, in any order.
    List<String> keys(String keyPrefix);

    /// A link that takes one `PUT` of so many bytes, for that long, from whoever has it. Some stores take fewer too;
    /// none takes more.
    URI signedUpload(String key, long maxBytes, Duration validity);

    /// The same for one content alone: what has another checksum is not stored.
    URI signedUpload(String key, long bytes, String crc32c, Duration validity);

    /// A link to read it, for that long, for whoever has it.
    ///
    /// @param contentType what the answer says it is
    URI signedDownload(String key, String contentType, Duration validity);

    /// The same for whoever is where sandboxes are.
    URI signedSandboxDownload(String key, String contentType, Duration validity);

    /// Removes everything whose key begins so; nothing there is no error.
    void deleteAll(String keyPrefix);
}
