package dev.berth.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.Json;
import dev.berth.infra.Templates.Resource;
import dev.berth.store.BerthTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import tools.jackson.databind.JsonNode;

@Tag("node")
final class DataTest {
    private final Templates templates = Synthesis.of(Synthesis.DEFAULTS);

    @Test
    void theTableHasTheKeysThatTheCodeUses() {
        var table = templates.only("AWS::DynamoDB::Table");
        var wanted = BerthTable.createRequest(BerthTable.NAME);
        assertThat(table.property("/KeySchema")).isEqualTo(keys(wanted.keySchema()));
        for (int index = 0; index < wanted.globalSecondaryIndexes().size(); index++) {
            var one = wanted.globalSecondaryIndexes().get(index);
            var at = "/GlobalSecondaryIndexes/" + index;
            assertThat(table.text(at + "/IndexName")).isEqualTo(one.indexName());
            assertThat(table.property(at + "/KeySchema")).isEqualTo(keys(one.keySchema()));
            assertThat(table.text(at + "/Projection/ProjectionType")).isEqualTo("ALL");
        }
        assertThat(table.text("/TimeToLiveSpecification/AttributeName")).isEqualTo(BerthTable.EXPIRES_AT);
    }

    @Test
    void theTableIsPaidByUseAndCanBeRestored() {
        var table = templates.only("AWS::DynamoDB::Table");
        assertThat(table.text("/BillingMode")).isEqualTo("PAY_PER_REQUEST");
        assertThat(table.property("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void whatPeopleMadeStaysWhenBerthIsRemoved() {
        assertThat(templates
                        .only("AWS::DynamoDB::Table")
                        .property("/DeletionProtectionEnabled")
                        .asBoolean())
                .isTrue();
        assertThat(templates.resources().filter(Resource::isData).map(Resource::deletionPolicy))
                .hasSize(3)
                .containsOnly("Retain");
    }

    @Test
    void whatPeopleMadeGoesWhenTheInstallerSaysSo() {
        var others = Synthesis.of(Synthesis.EVERYTHING);
        assertThat(others.only("AWS::DynamoDB::Table")
                        .property("/DeletionProtectionEnabled")
                        .asBoolean())
                .isFalse();
        assertThat(others.resources().filter(Resource::isData).map(Resource::deletionPolicy))
                .containsOnly("Delete");
    }

    @Test
    void objectsAreReachedByNobodyWithoutALinkAndOverTlsOnly() {
        var bucket = templates.only("AWS::S3::Bucket");
        assertThat(bucket.property("/PublicAccessBlockConfiguration"))
                .allSatisfy(closed -> assertThat(closed.asBoolean()).isTrue());
        assertThat(templates.resources("AWS::S3::BucketPolicy")).singleElement().satisfies(statement -> {
            assertThat(statement.property("/PolicyDocument/Statement/0/Effect").stringValue())
                    .isEqualTo("Deny");
            assertThat(statement
                            .property("/PolicyDocument/Statement/0/Condition/Bool/aws:SecureTransport")
                            .stringValue())
                    .isEqualTo("false");
        });
    }

    @Test
    void everythingIsEncryptedWithTheInstallersKeyWhenThereIsOne() {
        var key = "arn:aws:kms:us-east-1:123456789012:key/01234567-89ab-cdef-0123-456789abcdef";
        var others = Synthesis.of(Synthesis.EVERYTHING);
        assertThat(others.only("AWS::DynamoDB::Table").text("/SSESpecification/KMSMasterKeyId"))
                .isEqualTo(key);
        assertThat(
                        others.only("AWS::S3::Bucket")
                                .text(
                                        "/BucketEncryption/ServerSideEncryptionConfiguration/0/ServerSideEncryptionByDefault/KMSMasterKeyID"))
                .isEqualTo(key);
    }

    @Test
    void onlySnapshotsThatTheSweepGaveUpAreRemoved() {
        var policy = Json.MAPPER.readTree(templates.resources("AWS::ECR::Repository").stream()
                .filter(repository -> repository.stack().equals("data"))
                .findFirst()
                .orElseThrow()
                .text("/LifecyclePolicy/LifecyclePolicyText"));
        assertThat(policy.path("rules")).singleElement().satisfies(rule -> assertThat(
                        rule.path("selection").path("tagPrefixList"))
                .isEqualTo(Json.MAPPER.valueToTree(new String[] {"expired-"})));
    }

    @Test
    void imagesAreScannedAndTheirTagsDoNotMove() {
        assertThat(templates.resources("AWS::ECR::Repository")).hasSize(2).allSatisfy(repository -> {
            assertThat(repository
                            .property("/ImageScanningConfiguration/ScanOnPush")
                            .asBoolean())
                    .isTrue();
            assertThat(repository.text("/ImageTagMutability")).isEqualTo("IMMUTABLE");
        });
    }

    private static JsonNode keys(List<KeySchemaElement> keys) {
        return Json.MAPPER.valueToTree(keys.stream()
                .map(key -> Map.of("AttributeName", key.attributeName(), "KeyType", key.keyTypeAsString()))
                .toList());
    }
}
