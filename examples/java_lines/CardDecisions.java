import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decisions about a social security card from Java: one Python process is kept open, and asked line
 * by line. It needs the JDK's own classes only.
 *
 * <p>Run it with {@code java CardDecisions.java python3}, where ssrules is installed for that Python.
 */
public final class CardDecisions implements AutoCloseable {
    private final Process process;
    private final BufferedWriter questions;
    private final BufferedReader answers;
    private long asked;

    /** Starts the process that decides; what it says on standard error goes to that of this one. */
    public CardDecisions(String python) throws IOException {
        process = new ProcessBuilder(python, "-m", "ssrules", "decide", "-", "--lines")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        questions = new BufferedWriter(
                new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        answers = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * The answer to a case, both as JSON on one line: a decision, or {@code "faults"}. Threads take
     * turns; the id of the answer is that of the question.
     *
     * @param facts the members of the case's object, without its braces
     */
    public synchronized String decide(String facts) throws IOException {
        long id = ++asked;
        questions.write("{\"id\": " + id + ", " + facts.replace('\n', ' ') + "}\n");
        questions.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("the process that decides has ended");
        }
        if (!answer.startsWith("{\"id\": " + id + ", ")) {
            throw new IOException("this is no answer to question " + id + ": " + answer);
        }
        return answer;
    }

    /** Ends the process by ending its input, and waits for it. */
    @Override
    public void close() throws IOException {
        questions.close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroy();
            }
        } catch (InterruptedException interrupted) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }

    /** The first value of a name in JSON; a program of some size has a library for this. */
    static String first(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\": (\"[^\"]*\"|\\w+)").matcher(json);
        return found.find() ? found.group(1).replace("\"", "") : null;
    }

    public static void main(String[] arguments) throws Exception {
        String python = arguments.length > 0 ? arguments[0] : "python3";
        int cases = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1000;
        try (CardDecisions decisions = new CardDecisions(python)) {
            String card = "\"as_of\": \"2026-11-22\", \"card\": {\"received_on\": \"2026-01-01\","
                    + " \"social_security\": \"inactive\", \"financial\": \"inactive\"}";
            System.out.println("loss report: " + first(decisions.decide(card), "status"));

            String slip = decisions.decide("\"as_of\": \"2026-11-22\", \"card\": {\"bank\": \" 工行\"}");
            System.out.println("fault at " + first(slip, "path") + ": " + first(slip, "code"));

            List<Thread> desks = new ArrayList<>();
            long started = System.nanoTime();
            for (int desk = 0; desk < 4; desk++) {
                Thread thread = new Thread(() -> {
                    try {
                        for (int number = 0; number < cases / 4; number++) {
                            decisions.decide(card);
                        }
                    } catch (IOException error) {
                        throw new UncheckedIOException(error);
                    }
                });
                desks.add(thread);
                thread.start();
            }
            for (Thread desk : desks) {
                desk.join();
            }
            double seconds = (System.nanoTime() - started) / 1e9;
            System.out.printf("%d cases from 4 desks%n", decisions.asked - 2);
            System.err.printf("%.0f cases a second%n", cases / seconds);
        }
    }
}
