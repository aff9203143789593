package dev.berth.supervisor.agent;

import java.util.HashMap;
import java.util.Map;

/// The variables that a container's image sets, told from those that Berth sets in it.
public final class ImageVariables {
    /// What begins so is Berth's.
    public static final String OURS = "BERTH_";

    /// What begins so is the image's, kept from Berth's own programs.
    public static final String SET_ASIDE = "BERTH_IMAGE_";

    private ImageVariables() {}

    /// @param container the environment that the container was started with
    public static Map<String, String> of(Map<String, String> container) {
        var image = new HashMap<>(container);
        container.forEach((name, value) -> {
            if (name.startsWith(SET_ASIDE)) {
                image.put(name.substring(SET_ASIDE.length()), value);
            }
        });
        image.keySet().removeIf(name -> name.startsWith(OURS));
        return image;
    }
}
