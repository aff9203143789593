package dev.berth.protocol;

/// Where to `PUT` the bytes, and what to call them afterwards. When a checksum was asked for, the `PUT` names it in the
/// header [Protocol#CHECKSUM_HEADER], as base64.
///
/// @param url takes one `PUT` of at most the bytes asked for, without further credentials, for a few minutes
/// @param reference what an event carries as its `url`, or what an [ArchiveReport] calls the archive
public record UploadTarget(String url, String reference) {}
