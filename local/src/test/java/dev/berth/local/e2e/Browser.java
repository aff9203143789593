package dev.berth.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.NotFoundException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/// A real browser without a window, that has never been here before.
final class Browser implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final ChromeDriver driver = new ChromeDriver(service(), options());

    void open(String url) {
        driver.get(url);
    }

    /// Waits until a part of the page is seen and has this text in it.
    void sees(String selector, String text) {
        await().atMost(LONGEST)
                .ignoreExceptionsMatching(Browser::isBeforeThePageIsThere)
                .untilAsserted(() -> assertThat(shown(selector)).contains(text));
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    int count(String selector) {
        return driver.findElements(By.cssSelector(selector)).size();
    }

    void click(String selector) {
        find(selector).click();
    }

    void type(String selector, String text) {
        find(selector).sendKeys(text);
    }

    String title() {
        return driver.getTitle();
    }

    /// What the browser complained of: a script that was refused, an exception.
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(Object::toString)
                .filter(complaint -> !complaint.contains("Failed to load resource"))
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static boolean isBeforeThePageIsThere(Throwable failure) {
        return failure instanceof NotFoundException || failure instanceof StaleElementReferenceException;
    }

    private String shown(String selector) {
        return find(selector).getText();
    }

    private static ChromeDriverService service() {
        return new ChromeDriverService.Builder()
                .usingDriverExecutable(onPath("chromedriver"))
                .usingAnyFreePort()
                .build();
    }

    private static ChromeOptions options() {
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.WARNING);
        var options = new ChromeOptions();
        options.setBinary(onPath("chromium"));
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run");
        options.setCapability("goog:loggingPrefs", logs);
        return options;
    }

    private static File onPath(String program) {
        for (var folder : System.getenv("PATH").split(File.pathSeparator)) {
            var file = Path.of(folder, program);
            if (Files.isExecutable(file)) {
                return file.toFile();
            }
        }
        throw new IllegalStateException(program + " is not on the PATH");
    }
}
