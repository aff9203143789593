package dev.berth.protocol;

/// `POST /sandbox/v1/archives`: an archive was put where [UploadTarget] said. It counts from when this is answered with
/// 204: until then, and when what is stored differs from what is said here (409), the one before it stands. May be
/// repeated.
///
/// @param archive the target's `reference`
/// @param crc32c lower-case hex of the whole archive's CRC-32C, 8 digits
public record ArchiveReport(String archive, long bytes, String crc32c) {}
