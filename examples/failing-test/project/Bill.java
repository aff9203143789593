import java.util.stream.LongStream;

/// A bill that several people share. Amounts are cents, so that nothing is lost to fractions.
record Bill(long cents) {

    /// What each pays.
    long[] split(int people) {
        if (people < 1) {
            throw new IllegalArgumentException("a bill is shared by at least one person, not " + people);
        }
        long share = cents / people;
        return LongStream.range(0, people).map(person -> share).toArray();
    }
}
