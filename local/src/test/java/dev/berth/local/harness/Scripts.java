package dev.berth.local.harness;

/// What the agents are told to do.
final class Scripts {
    static final int LINES = 30;

    /// Prints `line 1` to `line 30` and changes a file.
    static final String NUMBERED_LINES = lines("0.01");

    /// The same within some seconds.
    static final String SLOW_LINES = lines("0.1");

    /// Prints the file that the others change.
    static final String SHOW_CHANGES = "cat notes.txt";

    /// Prints `line 1` and does not end.
    static final String ENDLESS = "echo line 1; while true; do sleep 0.05; done";

    private Scripts() {}

    private static String lines(String pause) {
        return "for n in $(seq 1 " + LINES + "); do echo line $n; sleep " + pause + "; done; echo changed >> notes.txt";
    }
}
