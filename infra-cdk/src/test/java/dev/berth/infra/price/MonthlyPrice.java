package dev.berth.infra.price;

/// What AWS bills for being there, in us-east-1, as published in November 2026 on the pricing page of each service
/// (`aws.amazon.com/<service>/pricing`). What is billed for being used, `CountedSession` has.
public enum MonthlyPrice {
    SECRET("Secrets Manager, a secret", 0.40),
    ALARM("CloudWatch, an alarm on one metric", 0.10),
    /// An account has three for nothing.
    DASHBOARD("CloudWatch, a dashboard", 3.00),
    METRIC("CloudWatch, a metric of one's own", 0.30),
    NAT_GATEWAY("NAT gateway, 730 hours", 0.045 * 730),
    INTERFACE_ENDPOINT("interface endpoint in one zone, 730 hours", 0.01 * 730),
    PUBLIC_ADDRESS("public IPv4 address, 730 hours", 0.005 * 730),
    KEY("KMS, a key", 1.00),
    WEB_ACL("WAF, a web ACL", 5.00),
    IMAGE_GIB("ECR, a gigabyte", 0.10),
    TABLE_GIB("DynamoDB, a gigabyte that can be restored to any second", 0.25 + 0.20),
    OBJECT_GIB("S3, a gigabyte", 0.023),
    LOG_GIB("CloudWatch Logs, a gigabyte kept", 0.03),
    VCPU_HOUR("Fargate on arm, a processor for an hour", 0.03238),
    MEMORY_GIB_HOUR("Fargate on arm, a gigabyte for an hour", 0.00356),
    BUILD_MINUTE("CodeBuild, a minute of a medium builder", 0.01);

    private final String title;
    private final double dollars;

    MonthlyPrice(String title, double dollars) {
        this.title = title;
        this.dollars = dollars;
    }

    public String title() {
        return title;
    }

    public double of(double amount) {
        return amount * dollars;
    }
}
