package dev.berth.local.bench;

import dev.berth.event.Json;
import dev.berth.local.cli.terminal.Style;
import dev.berth.local.cli.terminal.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// Everything that one run of the bench found.
record Report(Instant takenAt, BenchMachine before, BenchMachine after, List<Figure> figures) {
    Report {
        figures = List.copyOf(figures);
    }

    String table(Style style) {
        Table table = new Table("PART", "FIGURE", "VALUE", "AIM");
        figures.forEach(figure -> table.row(
                figure.part(),
                figure.name(),
                number(figure) + " " + figure.unit(),
                figure.aim() == null ? "" : figure.aim()));
        return table.text(style);
    }

    void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /// Three digits that mean something.
    private static String number(Figure figure) {
        double value = figure.value();
        if (value == 0 || !Double.isFinite(value)) {
            return String.valueOf(value);
        }
        int decimals = Math.clamp(2 - (long) Math.floor(Math.log10(Math.abs(value))), 0, 8);
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
