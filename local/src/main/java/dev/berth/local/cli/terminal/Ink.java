package dev.berth.local.cli.terminal;

/// The few ways in which the command line sets text apart.
public enum Ink {
    PLAIN(""),
    BOLD("1"),
    DIM("2"),
    RED("31"),
    GREEN("32"),
    YELLOW("33"),
    CYAN("36"),
    HEADING("1;36");

    private final String parameters;

    Ink(String parameters) {
        this.parameters = parameters;
    }

    String sequence() {
        return parameters.isEmpty() ? "" : "\u001b[" + parameters + "m";
    }
}
