package dev.berth.infra.settings;

/// Where sandboxes stand.
public enum NetworkMode {
    /// In public subnets, with addresses of their own and nothing let in: costs nothing while nobody works.
    PUBLIC,
    /// In private subnets behind NAT gateways, which cost by the hour.
    PRIVATE
}
