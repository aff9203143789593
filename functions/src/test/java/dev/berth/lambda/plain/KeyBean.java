package dev.berth.lambda.plain;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/// An API key's row.
@DynamoDbBean
public class KeyBean {
    private @Nullable String partition;
    private @Nullable String sort;
    private @Nullable String id;
    private @Nullable String organization;
    private @Nullable String scopes;

    @DynamoDbPartitionKey
    @DynamoDbAttribute("pk")
    public @Nullable String getPartition() {
        return partition;
    }

    public void setPartition(@Nullable String partition) {
        this.partition = partition;
    }

    @DynamoDbSortKey
    @DynamoDbAttribute("sk")
    public @Nullable String getSort() {
        return sort;
    }

    public void setSort(@Nullable String sort) {
        this.sort = sort;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getOrganization() {
        return organization;
    }

    public void setOrganization(@Nullable String organization) {
        this.organization = organization;
    }

    public @Nullable String getScopes() {
        return scopes;
    }

    public void setScopes(@Nullable String scopes) {
        this.scopes = scopes;
    }
}
