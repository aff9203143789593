package dev.berth.infra.price;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A month's costs, line by line.
public final class Bill {
    private final List<Line> lines = new ArrayList<>();

    public record Line(String of, double dollars) {}

    public Bill add(String of, double dollars) {
        lines.add(new Line(of, dollars));
        return this;
    }

    public double dollars() {
        return lines.stream().mapToDouble(Line::dollars).sum();
    }

    public double of(String line) {
        return lines.stream()
                .filter(each -> each.of().equals(line))
                .mapToDouble(Line::dollars)
                .sum();
    }

    @Override
    public String toString() {
        return lines.stream()
                .map(line -> "%10.4f $  %s%n".formatted(line.dollars(), line.of()))
                .collect(Collectors.joining("", "", "%10.4f $  a month%n".formatted(dollars())));
    }
}
