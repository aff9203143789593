package dev.berth.lambda.plain;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbIndex;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// `GET /v1/sessions` without any care for its start: Jackson databind, tables introspected from beans, the SDK's
/// default HTTP client, nothing rehearsed. It routes and validates nothing, so it does less than what is shipped.
public final class PlainApi implements RequestStreamHandler {
    private static final int PAGE = 10;

    private final ObjectMapper json = JsonMapper.builder().build();
    private final DynamoDbTable<KeyBean> keys;
    private final DynamoDbIndex<SessionBean> sessions;

    public PlainApi() {
        var client = DynamoDbEnhancedClient.create();
        var table = System.getenv("BERTH_TABLE_NAME");
        this.keys = client.table(table, TableSchema.fromBean(KeyBean.class));
        this.sessions =
                client.table(table, TableSchema.fromBean(SessionBean.class)).index(SessionBean.LISTS);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        var request = json.readValue(input.readAllBytes(), PlainRequest.class);
        output.write(json.writeValueAsBytes(answer(request)));
    }

    private PlainAnswer answer(PlainRequest request) {
        var key = keys.getItem(get ->
                get.key(key("apiKey#" + sha256(request.bearer()), "apiKey")).consistentRead(true));
        if (key == null) {
            return PlainAnswer.json(401, "{}");
        }
        return PlainAnswer.json(
                200, json.writeValueAsString(Map.of("items", sessions("SESSIONS#" + key.getOrganization()))));
    }

    private List<SessionBean> sessions(String list) {
        var condition =
                QueryConditional.keyEqualTo(Key.builder().partitionValue(list).build());
        return sessions
                .query(query -> query.queryConditional(condition)
                        .scanIndexForward(false)
                        .limit(PAGE))
                .stream()
                .flatMap(page -> page.items().stream())
                .limit(PAGE)
                .toList();
    }

    private static Key key(String partition, String sort) {
        return Key.builder().partitionValue(partition).sortValue(sort).build();
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
