package dev.berth.aws.codebuild;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.BatchGetImageRequest;
import software.amazon.awssdk.services.ecr.model.BatchGetImageResponse;
import software.amazon.awssdk.services.ecr.model.DescribeImagesRequest;
import software.amazon.awssdk.services.ecr.model.DescribeImagesResponse;
import software.amazon.awssdk.services.ecr.model.Image;
import software.amazon.awssdk.services.ecr.model.ImageAlreadyExistsException;
import software.amazon.awssdk.services.ecr.model.ImageDetail;
import software.amazon.awssdk.services.ecr.model.ImageIdentifier;
import software.amazon.awssdk.services.ecr.model.ImageNotFoundException;
import software.amazon.awssdk.services.ecr.model.PutImageRequest;
import software.amazon.awssdk.services.ecr.model.PutImageResponse;

/// Takes and gives what ECR's model has; an image's manifest is its digest.
final class ShapedEcr implements EcrClient {
    private final Map<String, List<String>> tagsByDigest = new LinkedHashMap<>();

    void push(String tag, String digest) {
        tagsByDigest.computeIfAbsent(digest, _ -> new ArrayList<>()).add(tag);
    }

    List<String> tags() {
        return tagsByDigest.values().stream().flatMap(List::stream).toList();
    }

    @Override
    public DescribeImagesResponse describeImages(DescribeImagesRequest request) {
        var digest = digest(request.imageIds().getFirst());
        return DescribeImagesResponse.builder()
                .imageDetails(ImageDetail.builder()
                        .imageDigest(digest)
                        .imageTags(tagsByDigest.get(digest))
                        .build())
                .build();
    }

    @Override
    public BatchGetImageResponse batchGetImage(BatchGetImageRequest request) {
        var digest = request.imageIds().getFirst().imageDigest();
        return BatchGetImageResponse.builder()
                .images(
                        tagsByDigest.containsKey(digest)
                                ? List.of(Image.builder().imageManifest(digest).build())
                                : List.of())
                .build();
    }

    @Override
    public PutImageResponse putImage(PutImageRequest request) {
        if (tags().contains(request.imageTag())) {
            throw ImageAlreadyExistsException.builder().build();
        }
        push(request.imageTag(), request.imageManifest());
        return PutImageResponse.builder().build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}

    private String digest(ImageIdentifier id) {
        return tagsByDigest.entrySet().stream()
                .filter(image -> image.getKey().equals(id.imageDigest())
                        || image.getValue().contains(id.imageTag()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> ImageNotFoundException.builder().build());
    }
}
