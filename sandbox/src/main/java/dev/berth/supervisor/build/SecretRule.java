package dev.berth.supervisor.build;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// What a credential looks like.
///
/// @param what to call it
/// @param path of files that are looked into
/// @param text that gives it away
record SecretRule(String what, Pattern path, Pattern text) {
    /// Files whose purpose is to hold credentials, wherever they came from.
    static final List<SecretRule> IN_KNOWN_FILES = List.of(
            rule("a password in .netrc", "(^|/)[._]netrc$", "(?i)\\bpassword\\s+\\S"),
            rule("a password of git's store", "(^|/)\\.git-credentials$|/git/credentials$", "://[^/\\s]+@"),
            rule("a password in a git configuration", "/\\.git/(.*/)?config$|/\\.gitconfig$", "://[^/@\\s]+@"),
            rule(
                    "a header in a git configuration",
                    "/\\.git/(.*/)?config$|/\\.gitconfig$",
                    "(?i)extraheader\\s*=\\s*authorization"),
            rule("a token in .npmrc", "(^|/)(\\.npmrc|npmrc)$", "(?i)(_authToken|_password|_auth)\\s*=\\s*[^\\s$]"),
            rule("a password in .pypirc", "(^|/)\\.pypirc$", "(?i)password\\s*[:=]\\s*\\S"),
            rule("a password in pip.conf", "(^|/)pip\\.conf$", "://[^/@\\s]+:[^/@\\s]+@"),
            rule("a login of a container registry", "/\\.docker/config\\.json$", "\"auth\"\\s*:\\s*\"[^\"]"),
            rule("keys of AWS", "/\\.aws/credentials$", "(?i)aws_secret_access_key\\s*=\\s*\\S"),
            rule("a token of the GitHub command line", "/gh/hosts\\.yml$", "(?i)oauth_token:\\s*\\S"),
            rule("a password in Maven's settings", "/\\.m2/settings\\.xml$", "<(password|passphrase)>[^<$]"),
            rule("a token of Cargo", "/\\.cargo/credentials(\\.toml)?$", "(?i)token\\s*=\\s*\\S"),
            rule("a private key", "/\\.ssh/[^/]+$", "-----BEGIN [A-Z ]*PRIVATE KEY-----"));

    /// Tokens that are told by their form, in whatever the setup script wrote.
    static final List<SecretRule> BY_FORM = List.of(
            token("a token of GitHub", "\\bgh[pousr]_[A-Za-z0-9]{36,}|\\bgithub_pat_[A-Za-z0-9_]{50,}"),
            token("a token of GitLab", "\\bglpat-[A-Za-z0-9_-]{20,}"),
            token("an access key of AWS", "\\b(AKIA|ASIA)(?![A-Z0-9]*EXAMPLE)[A-Z0-9]{16}\\b"),
            token("a token of Slack", "\\bxox[abprs]-[A-Za-z0-9-]{20,}"),
            token("a key of a model's API", "\\bsk-(proj|ant|svcacct)-[A-Za-z0-9_-]{30,}"),
            token("a key of Google's APIs", "\\bAIza[A-Za-z0-9_-]{35}\\b"),
            token("a token of npm", "\\bnpm_[A-Za-z0-9]{36}\\b"),
            token("a token of PyPI", "\\bpypi-AgE[A-Za-z0-9_-]{50,}"),
            token("a live key of Stripe", "\\b[rs]k_live_[A-Za-z0-9]{20,}"));

    boolean concerns(Path file) {
        return path.matcher(file.toString()).find();
    }

    boolean isIn(String content) {
        return text.matcher(content).find();
    }

    private static SecretRule rule(String what, String path, String text) {
        return new SecretRule(what, Pattern.compile(path), Pattern.compile(text));
    }

    private static SecretRule token(String what, String text) {
        return rule(what, "", text);
    }
}
