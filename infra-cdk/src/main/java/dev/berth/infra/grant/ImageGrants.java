package dev.berth.infra.grant;

import java.util.List;

/// Leave to use images in ECR.
public final class ImageGrants {
    private static final List<String> PULL =
            List.of("ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer");
    private static final List<String> PUSH =
            List.of("ecr:CompleteLayerUpload", "ecr:InitiateLayerUpload", "ecr:PutImage", "ecr:UploadLayerPart");

    private ImageGrants() {}

    /// A registry's password is asked for an account, not for a repository.
    public static Grant signIn() {
        return Grant.withoutResource("ecr:GetAuthorizationToken");
    }

    public static Grant pull(String... repositoryArns) {
        return Grant.of(PULL, repositoryArns);
    }

    public static Grant push(String repositoryArn) {
        return Grant.of(PUSH, repositoryArn);
    }

    public static Grant describe(String repositoryArn) {
        return Grant.of(List.of("ecr:DescribeImages"), repositoryArn);
    }

    /// A tag is put by putting the image's manifest again.
    public static Grant tag(String repositoryArn) {
        return Grant.of(List.of("ecr:BatchGetImage", "ecr:PutImage"), repositoryArn);
    }
}
