package dev.berth.local.up;

import dev.berth.access.SecretVault;
import dev.berth.local.data.DataFolder;
import dev.berth.local.data.DynamoDb;
import dev.berth.local.data.FileSecretVault;
import dev.berth.local.data.FolderObjectStore;
import dev.berth.local.data.ObjectLinks;
import dev.berth.store.BerthTable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// What keeps things: rows, secrets, objects.
///
/// @param isNew nothing was kept in the folder before
/// @param isEmbedded the rows are kept in this process
record Stores(DynamoDb dynamoDb, FileSecretVault vault, FolderObjectStore objects, boolean isNew, boolean isEmbedded)
        implements AutoCloseable {
    private static final String LINK_KEY = "object-link-key";
    private static final int LINK_KEY_BYTES = 32;

    /// @param dynamoDb an engine elsewhere; the embedded one when absent
    /// @param clients where they find the control plane
    /// @param sandboxes where they do
    static Stores open(
            DataFolder folder, @Nullable URI dynamoDb, URI clients, URI sandboxes, SecureRandom random, Clock clock)
            throws IOException {
        var isNew = Files.notExists(folder.adminKeyFile());
        var database = dynamoDb == null ? DynamoDb.inFolder(folder.database()) : DynamoDb.at(dynamoDb);
        database.createTable(BerthTable.createRequest(BerthTable.NAME));
        var vault = FileSecretVault.open(folder.secrets());
        var links = new ObjectLinks(linkKey(vault, random), () -> clients, () -> sandboxes, clock);
        return new Stores(database, vault, new FolderObjectStore(folder.objects(), links), isNew, dynamoDb == null);
    }

    /// The same stores, whose rows are reached through a client around the real one.
    Stores through(UnaryOperator<DynamoDbClient> around) {
        return new Stores(dynamoDb.through(around), vault, objects, isNew, isEmbedded);
    }

    private static byte[] linkKey(SecretVault vault, SecureRandom random) {
        var fresh = new byte[LINK_KEY_BYTES];
        random.nextBytes(fresh);
        return HexFormat.of()
                .parseHex(vault.putIfAbsent(LINK_KEY, HexFormat.of().formatHex(fresh)));
    }

    @Override
    public void close() {
        dynamoDb.close();
    }
}
