package dev.berth.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every object store does. Its signed links are followed over HTTP.
public abstract class ObjectStoreContract {
    /// Of `uploaded`.
    private static final String CHECKSUM = FakeObjectStore.checksum(bytes("uploaded"));

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    protected abstract ObjectStore store();

    @Test
    void aStoredObjectIsReadBack() {
        store().put("org_1/ses_1/diff/1", bytes("content"));
        assertThat(store().get("org_1/ses_1/diff/1")).contains(bytes("content"));
    }

    @Test
    void aSecondPutReplacesTheFirst() {
        store().put("org_1/a", bytes("a longer first content"));
        store().put("org_1/a", bytes("second"));
        assertThat(store().get("org_1/a")).contains(bytes("second"));
    }

    @Test
    void aStoredObjectHasItsSize() {
        store().put("org_1/sized", bytes("seven b"));
        assertThat(store().size("org_1/sized")).hasValue(7);
    }

    @Test
    void anObjectThatNobodyStoredIsAbsent() {
        assertThat(store().get("org_1/nothing")).isEmpty();
        assertThat(store().size("org_1/nothing")).isEmpty();
    }

    @Test
    void aKeyMayBeginAsAnotherOneEnds() {
        store().put("org_2/a", bytes("short"));
        store().put("org_2/a/b", bytes("long"));
        assertThat(store().get("org_2/a")).contains(bytes("short"));
        assertThat(store().get("org_2/a/b")).contains(bytes("long"));
    }

    @Test
    void deletingByPrefixLeavesTheNeighbours() {
        store().put("org_3/ses_1/diff", bytes("gone"));
        store().put("org_3/ses_1/out/1", bytes("gone"));
        store().put("org_3/ses_10/diff", bytes("stays"));
        store().deleteAll("org_3/ses_1/");
        store().deleteAll("org_3/ses_1/");
        assertThat(store().get("org_3/ses_1/diff")).isEmpty();
        assertThat(store().get("org_3/ses_1/out/1")).isEmpty();
        assertThat(store().get("org_3/ses_10/diff")).isPresent();
    }

    @Test
    void whoHasAnUploadLinkStoresTheObject() throws Exception {
        var link = store().signedUpload("org_4/up", "uploaded".length(), MINUTE);
        assertThat(upload(link, "uploaded").statusCode()).isEqualTo(200);
        assertThat(store().get("org_4/up")).contains(bytes("uploaded"));
    }

    @Test
    void anUploadOverItsLimitIsRefusedAndStoresNothing() throws Exception {
        var link = store().signedUpload("org_4/big", 10, MINUTE);
        assertThat(upload(link, "eleven bytes").statusCode()).isBetween(400, 499);
        assertThat(store().get("org_4/big")).isEmpty();
    }

    @Test
    void anUploadOfOneContentStoresThatAlone() throws Exception {
        var link = store().signedUpload("org_4/exact", 8, CHECKSUM, MINUTE);
        assertThat(upload(link, "oploaded").statusCode()).isBetween(400, 499);
        assertThat(upload(link, "uploaded, and more").statusCode()).isBetween(400, 499);
        assertThat(store().get("org_4/exact")).isEmpty();
        assertThat(upload(link, "uploaded").statusCode()).isEqualTo(200);
        assertThat(store().get("org_4/exact")).contains(bytes("uploaded"));
    }

    @Test
    void anUploadOfOneContentHasItsChecksum() throws Exception {
        assertThat(store().crc32c("org_4/sum")).isEmpty();
        assertThat(upload(store().signedUpload("org_4/sum", 8, CHECKSUM, MINUTE), "uploaded")
                        .statusCode())
                .isEqualTo(200);
        assertThat(store().crc32c("org_4/sum")).contains(CHECKSUM);
    }

    @Test
    void aLinkForOneContentTakesNoOtherByBeingAltered() throws Exception {
        var link = store().signedUpload("org_4/altered", 8, "00000000", MINUTE).toString();
        assertThat(upload(URI.create(link.replace("00000000", CHECKSUM)), "uploaded")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void keysAreListedByHowTheyBegin() {
        store().put("org_7/ses_1/archives/1/a", bytes("a"));
        store().put("org_7/ses_1/archives/2/b", bytes("b"));
        store().put("org_7/ses_1/diff/1", bytes("c"));
        store().put("org_7/ses_10/archives/1/d", bytes("d"));
        assertThat(store().keys("org_7/ses_1/archives/"))
                .containsExactlyInAnyOrder("org_7/ses_1/archives/1/a", "org_7/ses_1/archives/2/b");
        assertThat(store().keys("org_7/ses_2/")).isEmpty();
    }

    @Test
    void whoHasADownloadLinkReadsTheObjectWithItsContentType() throws Exception {
        store().put("org_5/down", bytes("diff"));
        var answer = download(store().signedDownload("org_5/down", "text/x-diff; charset=utf-8", MINUTE));
        assertThat(answer.body()).isEqualTo("diff");
        assertThat(answer.headers().firstValue("content-type")).contains("text/x-diff; charset=utf-8");
    }

    @Test
    void aLinkForOneObjectOpensNoOther() throws Exception {
        store().put("org_6/mine", bytes("mine"));
        store().put("org_6/other", bytes("other"));
        var link = store().signedDownload("org_6/mine", "text/plain", MINUTE).toString();
        assertThat(download(URI.create(link.replace("org_6/mine", "org_6/other")))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aDownloadLinkTakesNoUpload() throws Exception {
        store().put("org_6/read", bytes("original"));
        var link = store().signedDownload("org_6/read", "text/plain", MINUTE);
        assertThat(upload(link, "overwritten").statusCode()).isEqualTo(403);
        assertThat(store().get("org_6/read")).contains(bytes("original"));
    }

    @Test
    void anExpiredLinkOpensNothing() throws Exception {
        store().put("org_6/old", bytes("old"));
        var link = store().signedDownload("org_6/old", "text/plain", Duration.ofSeconds(1));
        await().untilAsserted(() -> assertThat(download(link).statusCode()).isEqualTo(403));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "../escape", "org_1/../../escape", "org_1//a", "/etc/passwd", "org_1/.", "a\0b"})
    void keysThatPlayTricksWithPathsAreRefused(String key) {
        assertThatThrownBy(() -> store().put(key, bytes("x"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static HttpResponse<String> upload(URI link, String content) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(link)
                        .PUT(BodyPublishers.ofString(content))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpResponse<String> download(URI link) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
