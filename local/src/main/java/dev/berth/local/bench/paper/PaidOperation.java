package dev.berth.local.bench.paper;

/// What AWS bills a session's control plane for, in us-east-1 without a free tier, as published in November 2026 on the
/// pricing page of each service (`aws.amazon.com/<service>/pricing`).
enum PaidOperation {
    DYNAMODB_WRITE_UNIT("DynamoDB write units", 0.625e-6),
    DYNAMODB_READ_UNIT("DynamoDB read units", 0.125e-6),
    LAMBDA_REQUEST("Lambda requests", 0.20e-6),
    /// Of arm processors.
    LAMBDA_GIB_SECOND("Lambda GB-seconds", 13.3334e-6),
    HTTP_API_REQUEST("HTTP API requests", 1.0e-6),
    CLOUDFRONT_REQUEST("CloudFront requests", 1.0e-6),
    WEBSOCKET_MESSAGE("WebSocket messages", 1.0e-6),
    WEBSOCKET_MINUTE("WebSocket connection minutes", 0.25e-6),
    WORKFLOW_TRANSITION("workflow transitions", 25e-6),
    BUS_EVENT("EventBridge events", 1.0e-6),
    SECRET_CALL("Secrets Manager calls", 5.0e-6),
    OBJECT_WRITE("S3 writes", 5.0e-6),
    OBJECT_READ("S3 reads", 0.4e-6),
    LOG_BYTE("CloudWatch log bytes", 0.50e-9),
    /// Each call, as if every one were sampled.
    TRACE("X-Ray traces", 5.0e-6);

    private final String title;
    private final double dollarsEach;

    PaidOperation(String title, double dollarsEach) {
        this.title = title;
        this.dollarsEach = dollarsEach;
    }

    public String title() {
        return title;
    }

    public double dollars(double amount) {
        return amount * dollarsEach;
    }
}
