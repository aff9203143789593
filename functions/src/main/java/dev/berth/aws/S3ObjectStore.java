package dev.berth.aws;

import dev.berth.access.ObjectKeys;
import dev.berth.access.ObjectStore;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// Keeps objects in a bucket.
public final class S3ObjectStore implements ObjectStore {
    private static final String CHECKSUM = "x-amz-checksum-crc32c";

    private final Supplier<S3Client> client;
    private final Supplier<S3Presigner> presigner;
    private final String bucket;

    public S3ObjectStore(Supplier<S3Client> client, Supplier<S3Presigner> presigner, String bucket) {
        this.client = client;
        this.presigner = presigner;
        this.bucket = bucket;
    }

    @Override
    public void put(String key, byte[] bytes) {
        var checked = ObjectKeys.checked(key);
        client.get().putObject(request -> request.bucket(bucket).key(checked), RequestBody.fromBytes(bytes));
    }

    @Override
    public Optional<byte[]> get(String key) {
        var checked = ObjectKeys.checked(key);
        try {
            return Optional.of(client.get()
                    .getObjectAsBytes(request -> request.bucket(bucket).key(checked))
                    .asByteArray());
        } catch (NoSuchKeyException _) {
            return Optional.empty();
        }
    }

    @Override
    public OptionalLong size(String key) {
        var checked = ObjectKeys.checked(key);
        try {
            return OptionalLong.of(client.get()
                    .headObject(request -> request.bucket(bucket).key(checked))
                    .contentLength());
        } catch (NoSuchKeyException _) {
            return OptionalLong.empty();
        }
    }

    @Override
    public Optional<String> crc32c(String key) {
        var checked = ObjectKeys.checked(key);
        try {
            var head = client.get()
                    .headObject(request -> request.bucket(bucket).key(checked).checksumMode(ChecksumMode.ENABLED));
            return Optional.ofNullable(head.checksumCRC32C())
                    .map(sum -> HexFormat.of().formatHex(Base64.getDecoder().decode(sum)));
        } catch (NoSuchKeyException _) {
            return Optional.empty();
        }
    }

    @Override
    public List<String> keys(String keyPrefix) {
        var checked = ObjectKeys.checkedPrefix(keyPrefix);
        return client
                .get()
                .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(checked))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList();
    }

    /// The length is signed: a `PUT` of any other one is refused.
    @Override
    public URI signedUpload(String key, long maxBytes, Duration validity) {
        var checked = ObjectKeys.checked(key);
        return uri(presigner
                .get()
                .presignPutObject(request -> request.signatureDuration(validity)
                        .putObjectRequest(put -> put.bucket(bucket).key(checked).contentLength(maxBytes)))
                .url());
    }

    /// The checksum is in the link, signed: S3 compares what comes with it, and keeps it.
    @Override
    public URI signedUpload(String key, long bytes, String crc32c, Duration validity) {
        var checked = ObjectKeys.checked(key);
        var sum = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(crc32c));
        return uri(presigner
                .get()
                .presignPutObject(
                        request -> request.signatureDuration(validity).putObjectRequest(put -> put.bucket(bucket)
                                .key(checked)
                                .contentLength(bytes)
                                .overrideConfiguration(link -> link.putRawQueryParameter(CHECKSUM, sum))))
                .url());
    }

    @Override
    public URI signedSandboxDownload(String key, String contentType, Duration validity) {
        return signedDownload(key, contentType, validity);
    }

    @Override
    public URI signedDownload(String key, String contentType, Duration validity) {
        var checked = ObjectKeys.checked(key);
        return uri(presigner
                .get()
                .presignGetObject(request -> request.signatureDuration(validity)
                        .getObjectRequest(get -> get.bucket(bucket).key(checked).responseContentType(contentType)))
                .url());
    }

    @Override
    public void deleteAll(String keyPrefix) {
        var checked = ObjectKeys.checkedPrefix(keyPrefix);
        client.get()
                .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(checked))
                .forEach(page -> delete(page.contents()));
    }

    private void delete(List<S3Object> objects) {
        if (objects.isEmpty()) {
            return;
        }
        var names = objects.stream()
                .map(object -> ObjectIdentifier.builder().key(object.key()).build())
                .toList();
        var left = client.get()
                .deleteObjects(request -> request.bucket(bucket)
                        .delete(delete -> delete.objects(names).quiet(true)))
                .errors();
        if (!left.isEmpty()) {
            throw new IllegalStateException("%d objects could not be removed, the first because of %s"
                    .formatted(left.size(), left.getFirst().code()));
        }
    }

    private static URI uri(URL url) {
        try {
            return url.toURI();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
