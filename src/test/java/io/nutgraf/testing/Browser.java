package io.nutgraf.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless Chromium with one page, told what to do by its DevTools protocol. */
public final class Browser implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long SECONDS = 60;
  private static final String LISTENING = "DevTools listening on ";

  private final Process process;
  private final WebSocket socket;
  private final BlockingQueue<JsonNode> replies = new LinkedBlockingQueue<>();
  private final BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();
  private final String session;
  private int calls;

  private Browser(Path program, Path profile) throws IOException, InterruptedException {
    process =
        new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile)
            .redirectErrorStream(true)
            .start();
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(address(), new Listener())
            .join();
    String target =
        call("Target.createTarget", Map.of("url", "about:blank"), null).get("targetId").asText();
    session =
        call("Target.attachToTarget", Map.of("targetId", target, "flatten", true), null)
            .get("sessionId")
            .asText();
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      call(domain + ".enable", Map.of());
    }
    // As if a person were looking at it: else nothing takes the focus.
    call("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
  }

  /** Where Chromium is; empty when this machine has none. */
  public static Optional<Path> program() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .flatMap(folder -> Stream.of("chromium", "chromium-browser").map(Path.of(folder)::resolve))
        .filter(Files::isExecutable)
        .findFirst();
  }

  public static Browser start(Path program, Path profile) throws IOException, InterruptedException {
    return new Browser(program, profile);
  }

  public JsonNode call(String method, Map<String, ?> parameters) throws InterruptedException {
    return call(method, parameters, session);
  }

  /** Opens a page and waits until it is loaded. */
  public void open(Path page) throws InterruptedException {
    long before = loads();
    call("Page.navigate", Map.of("url", page.toUri().toString()));
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (loads() == before) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(page + " did not load in " + SECONDS + " s");
      }
      // A question and its answer take a moment, and bring the event along.
      call("Target.getTargets", Map.of(), null);
    }
  }

  private long loads() {
    return events.stream()
        .filter(event -> event.get("method").asText().equals("Page.loadEventFired"))
        .count();
  }

  /** The value of an expression in the page. */
  public JsonNode evaluate(String expression) throws InterruptedException {
    JsonNode answer =
        call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
    if (answer.has("exceptionDetails")) {
      throw new IllegalStateException(expression + ": " + answer.get("exceptionDetails"));
    }
    return answer.at("/result/value");
  }

  /** Messages on the console, uncaught errors and policy violations so far. */
  public List<String> complaints() {
    return events.stream()
        .filter(
            event ->
                List.of("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded")
                    .contains(event.get("method").asText()))
        .map(JsonNode::toString)
        .toList();
  }

  /** The addresses of everything asked for so far. */
  public List<String> requests() {
    return events.stream()
        .filter(event -> event.get("method").asText().equals("Network.requestWillBeSent"))
        .map(event -> event.at("/params/request/url").asText())
        .toList();
  }

  public void screenshot(Path file) throws IOException, InterruptedException {
    JsonNode shot = call("Page.captureScreenshot", Map.of("captureBeyondViewport", true));
    Files.createDirectories(file.getParent());
    Files.write(file, Base64.getDecoder().decode(shot.get("data").asText()));
  }

  @Override
  public void close() {
    socket.abort();
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    children.forEach(ProcessHandle::destroy);
    process.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join();
  }

  private JsonNode call(String method, Map<String, ?> parameters, String to)
      throws InterruptedException {
    calls++;
    ObjectNode message = JSON.createObjectNode().put("id", calls).put("method", method);
    message.set("params", JSON.valueToTree(parameters));
    if (to != null) {
      message.put("sessionId", to);
    }
    socket.sendText(message.toString(), /* last= */ true).join();
    JsonNode reply = replies.poll(SECONDS, TimeUnit.SECONDS);
    if (reply == null || reply.get("id").asInt() != calls || reply.has("error")) {
      throw new IllegalStateException(method + " was answered by " + reply);
    }
    return reply.get("result");
  }

  private URI address() throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    StringBuilder said = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(LISTENING)) {
        return URI.create(line.substring(LISTENING.length()));
      }
      said.append(line).append('\n');
    }
    throw new IOException("Chromium ended at once: " + said);
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder message = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
      message.append(part);
      if (isLast) {
        try {
          JsonNode heard = JSON.readTree(message.toString());
          (heard.has("id") ? replies : events).add(heard);
        } catch (IOException e) {
          throw new IllegalStateException("Not JSON: " + message, e);
        } finally {
          message.setLength(0);
        }
      }
      from.request(1);
      return null;
    }
  }
}
