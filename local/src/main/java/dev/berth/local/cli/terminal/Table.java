package dev.berth.local.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Aligned columns under a heading. Cells are made safe and cut here, so callers hand in raw text.
public final class Table {
    private static final int MAX_CELL_CHARACTERS = 56;

    private final List<String> heading;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... heading) {
        this.heading = List.of(heading);
    }

    public Table row(String... cells) {
        rows.add(List.of(cells).stream().map(Table::cell).toList());
        return this;
    }

    public String text(Style style) {
        StringBuilder text = new StringBuilder();
        text.append(style.ink(Ink.DIM, line(heading))).append('\n');
        rows.forEach(row -> text.append(line(row)).append('\n'));
        return text.toString();
    }

    private String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            boolean last = column == cells.size() - 1;
            line.append(cell).append(last ? "" : " ".repeat(width(column) - length(cell) + 2));
        }
        return line.toString();
    }

    private int width(int column) {
        return IntStream.concat(
                        IntStream.of(length(heading.get(column))),
                        rows.stream().mapToInt(row -> length(row.get(column))))
                .max()
                .orElse(0);
    }

    private static String cell(String raw) {
        String safe = SafeText.line(raw);
        return length(safe) <= MAX_CELL_CHARACTERS
                ? safe
                : safe.substring(0, safe.offsetByCodePoints(0, MAX_CELL_CHARACTERS - 1)) + "…";
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
