package dev.berth.session;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// An organization's slots and queue, read consistently as one partition.
///
/// Slots are items, never a counter, so none can leak without being seen.
///
/// @param version of the one item that every admission transaction bumps
public record Admission(String organization, long version, List<Slot> slots, List<Queued> queue) {
    public Admission {
        slots = List.copyOf(slots);
        queue = queue.stream().sorted(Comparator.comparing(Queued::position)).toList();
    }

    /// Held by one run of a session.
    public record Slot(String session, int run) {}

    /// @param position sorts by the time of the first enqueuing: a run that found no capacity keeps its place
    /// @param notBefore not to be admitted earlier
    public record Queued(String position, String session, int run, Instant notBefore) {}

    boolean hasFreeSlot(int concurrentSessions) {
        return slots.size() < concurrentSessions;
    }

    /// First in, first out, of those whose time has come.
    Optional<Queued> next(int concurrentSessions, Instant now) {
        return hasFreeSlot(concurrentSessions)
                ? queue.stream()
                        .filter(queued -> !queued.notBefore().isAfter(now))
                        .findFirst()
                : Optional.empty();
    }

    /// A new session starts at once only when it overtakes nobody.
    boolean startsAtOnce(int concurrentSessions, Instant now) {
        return hasFreeSlot(concurrentSessions)
                && queue.stream().noneMatch(queued -> !queued.notBefore().isAfter(now));
    }
}
