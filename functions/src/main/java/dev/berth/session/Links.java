package dev.berth.session;

/// Where people and programs find things.
///
/// @param baseUrl `https://berth.acme.example` or `http://127.0.0.1:8080`, without a slash at its end
public record Links(String baseUrl) {
    public String session(SessionKey key) {
        return baseUrl + "/s/" + key.session();
    }
}
