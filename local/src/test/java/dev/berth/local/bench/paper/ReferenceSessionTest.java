package dev.berth.local.bench.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.berth.event.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What the reference session uses of AWS. Installations are priced by the file, where this module is not seen.
final class ReferenceSessionTest {
    private static final Path FILE = Path.of("../docs/reference-session.json");
    private static final Usage ALONE = new ReferenceSession().used();

    @Test
    void itCostsNoMoreThanHalfAMillidollar() {
        System.out.printf("The reference session, nobody watching: %.6f $%n", ALONE.dollars());
        assertThat(ALONE.dollars()).isLessThanOrEqualTo(0.0005);
    }

    @Test
    void itUsesWhatInstallationsArePricedBy() throws IOException {
        var text = Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(amounts()) + "\n";
        if (Boolean.getBoolean("reference-session.write")) {
            Files.writeString(FILE, text);
        }
        assertThat(FILE).as("make reference-session writes it anew").content().isEqualTo(text);
    }

    /// The first minutes tell what twenty would, if no minute costs more than the one before it.
    @Test
    void aViewerIsPaidForByTheSessionThatIsWatchedAndEachMinuteCostsTheSame() {
        var one = watched(1);
        var two = watched(2);
        var three = watched(3);
        assertThat(three - two).isCloseTo(two - one, within(two * 0.001));
        var whole = one + (ReferenceSession.MINUTES - 1) * (two - one);
        System.out.printf("The reference session with one viewer: %.6f $%n", whole);
        assertThat(whole).isBetween(ALONE.dollars(), 0.02);
    }

    private static double watched(int minutes) {
        return new ReferenceSession(Audience.ONE_VIEWER, minutes).used().dollars();
    }

    private static LinkedHashMap<String, Paid> amounts() {
        return Arrays.stream(PaidOperation.values())
                .collect(Collectors.toMap(PaidOperation::name, Paid::of, (_, last) -> last, LinkedHashMap::new));
    }

    record Paid(double dollarsEach, double amount) {
        private static final double MICRO = 1e6;

        /// Sums of fractions differ behind the digits that mean something.
        static Paid of(PaidOperation operation) {
            return new Paid(operation.dollars(1), Math.round(ALONE.of(operation) * MICRO) / MICRO);
        }
    }
}
