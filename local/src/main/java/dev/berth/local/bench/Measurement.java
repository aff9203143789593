package dev.berth.local.bench;

import java.util.List;

/// Answers one question with figures; bounded in count and time.
public interface Measurement {
    /// What is said while it runs.
    String title();

    List<Figure> take();
}
