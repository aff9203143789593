import java.util.Arrays;
import java.util.stream.LongStream;

/// Run by test.sh; needs nothing but a JDK.
class BillTest {
    private static int failures;

    public static void main(String[] arguments) {
        check("a bill that divides evenly is shared evenly", new Bill(900).split(3), 300, 300, 300);
        check("one person pays all", new Bill(1234).split(1), 1234);
        check("the shares of 10.00 among three add up to 10.00", new Bill(1000).split(3), 334, 333, 333);
        check("two odd cents go to two people", new Bill(1001).split(3), 334, 334, 333);
        System.out.println(failures == 0 ? "all tests pass" : failures + " failed");
        System.exit(failures == 0 ? 0 : 1);
    }

    private static void check(String what, long[] actual, long... expected) {
        if (Arrays.equals(actual, expected)) {
            System.out.println("ok    " + what);
            return;
        }
        failures++;
        System.out.println("FAIL  " + what);
        long lost = LongStream.of(expected).sum() - LongStream.of(actual).sum();
        System.err.println("      expected " + Arrays.toString(expected) + ", got " + Arrays.toString(actual)
                + "; cents lost: " + lost);
    }
}
