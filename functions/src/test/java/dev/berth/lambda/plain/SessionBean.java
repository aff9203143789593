package dev.berth.lambda.plain;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondarySortKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/// A session's row, as far as a list shows it.
@DynamoDbBean
public class SessionBean {
    static final String LISTS = "gsi1";

    private @Nullable String partition;
    private @Nullable String sort;
    private @Nullable String list;
    private @Nullable String id;
    private @Nullable String profile;
    private @Nullable String title;
    private @Nullable String status;
    private @Nullable String createdAt;
    private @Nullable String startedAt;
    private @Nullable Integer version;
    private @Nullable Integer run;
    private @Nullable Integer generation;

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

    @DynamoDbSecondaryPartitionKey(indexNames = SessionBean.LISTS)
    @DynamoDbAttribute("gsi1pk")
    public @Nullable String getList() {
        return list;
    }

    public void setList(@Nullable String list) {
        this.list = list;
    }

    @DynamoDbSecondarySortKey(indexNames = SessionBean.LISTS)
    @DynamoDbAttribute("gsi1sk")
    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getProfile() {
        return profile;
    }

    public void setProfile(@Nullable String profile) {
        this.profile = profile;
    }

    public @Nullable String getTitle() {
        return title;
    }

    public void setTitle(@Nullable String title) {
        this.title = title;
    }

    public @Nullable String getStatus() {
        return status;
    }

    public void setStatus(@Nullable String status) {
        this.status = status;
    }

    public @Nullable String getCreatedAt() {
        return createdAt;
    }

    public void setCreatedAt(@Nullable String createdAt) {
        this.createdAt = createdAt;
    }

    public @Nullable String getStartedAt() {
        return startedAt;
    }

    public void setStartedAt(@Nullable String startedAt) {
        this.startedAt = startedAt;
    }

    public @Nullable Integer getVersion() {
        return version;
    }

    public void setVersion(@Nullable Integer version) {
        this.version = version;
    }

    public @Nullable Integer getRun() {
        return run;
    }

    public void setRun(@Nullable Integer run) {
        this.run = run;
    }

    public @Nullable Integer getGeneration() {
        return generation;
    }

    public void setGeneration(@Nullable Integer generation) {
        this.generation = generation;
    }
}
