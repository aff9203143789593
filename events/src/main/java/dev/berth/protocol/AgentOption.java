package dev.berth.protocol;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/// One thing that a runtime takes in `agent.options` of a profile: drafts are checked by it, and the sandbox
/// reads by it.
public sealed interface AgentOption {
    String name();

    /// What the value has to be, in words that follow "must be"; empty when it is that.
    Optional<String> expected(Object value);

    /// An address that requests are sent to.
    record WebAddress(String name) implements AgentOption {
        @Override
        public Optional<String> expected(Object value) {
            return value instanceof String text && isWebAddress(text)
                    ? Optional.empty()
                    : Optional.of("an absolute http or https URL without user, query and fragment");
        }

        private static boolean isWebAddress(String text) {
            try {
                var uri = new URI(text);
                var scheme = String.valueOf(uri.getScheme());
                return (scheme.equals("https") || scheme.equals("http"))
                        && uri.getHost() != null
                        && uri.getRawUserInfo() == null
                        && uri.getRawQuery() == null
                        && uri.getRawFragment() == null;
            } catch (URISyntaxException e) {
                return false;
            }
        }
    }

    record OneOf(String name, List<String> values) implements AgentOption {
        public OneOf {
            values = List.copyOf(values);
        }

        @Override
        public Optional<String> expected(Object value) {
            return values.contains(value) ? Optional.empty() : Optional.of("one of " + String.join(", ", values));
        }
    }

    record WholeNumber(String name, int least, int most) implements AgentOption {
        @Override
        public Optional<String> expected(Object value) {
            return value instanceof Integer number && number >= least && number <= most
                    ? Optional.empty()
                    : Optional.of("a whole number from %d to %d".formatted(least, most));
        }
    }
}
