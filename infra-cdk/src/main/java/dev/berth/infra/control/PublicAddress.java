package dev.berth.infra.control;

import dev.berth.infra.settings.Installation;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.cloudfront.AllowedMethods;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.OriginProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.OriginRequestPolicy;
import software.amazon.awscdk.services.cloudfront.PriceClass;
import software.amazon.awscdk.services.cloudfront.SecurityPolicyProtocol;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.HttpOrigin;
import software.constructs.Construct;

/// The one address that people know, from the first deployment on: links to sessions never change. Nothing is cached.
final class PublicAddress extends Construct {
    /// A little more than API Gateway's own limit.
    private static final Duration LONGEST_ANSWER = Duration.seconds(35);

    private final String domain;

    PublicAddress(Construct scope, String id, Installation installation, HttpFront http, SocketFront sockets) {
        super(scope, id);
        var builder = Distribution.Builder.create(this, "Distribution")
                .comment("Berth (%s)".formatted(installation.name()))
                .defaultBehavior(uncached(http.domain()))
                .additionalBehaviors(Map.of("/" + SocketFront.STAGE, uncached(sockets.domain())))
                .priceClass(PriceClass.PRICE_CLASS_ALL);
        installation.domain().ifPresent(chosen -> builder.domainNames(List.of(chosen.name()))
                .certificate(Certificate.fromCertificateArn(this, "Certificate", chosen.certificateArn()))
                .minimumProtocolVersion(SecurityPolicyProtocol.TLS_V1_2_2021));
        var distribution = builder.build();
        this.domain =
                installation.domain().map(Installation.Domain::name).orElseGet(distribution::getDistributionDomainName);
    }

    String url() {
        return "https://" + domain;
    }

    String socketUrl() {
        return "wss://%s/%s".formatted(domain, SocketFront.STAGE);
    }

    private static BehaviorOptions uncached(String originDomain) {
        return BehaviorOptions.builder()
                .origin(HttpOrigin.Builder.create(originDomain)
                        .protocolPolicy(OriginProtocolPolicy.HTTPS_ONLY)
                        .readTimeout(LONGEST_ANSWER)
                        .build())
                .allowedMethods(AllowedMethods.ALLOW_ALL)
                .cachePolicy(CachePolicy.CACHING_DISABLED)
                // the host is the origin's own: API Gateway answers to no other
                .originRequestPolicy(OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER)
                .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY)
                .build();
    }
}
