package dev.berth.snapshot;

/// What a snapshot builder made, opaque to everybody but the driver it is paired with.
///
/// @param driver which pair made it
/// @param ref an image by digest, a folder
public record Artifact(String driver, String ref) {}
