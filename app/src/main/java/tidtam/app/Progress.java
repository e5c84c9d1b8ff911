package tidtam.app;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicInteger;

/** Says on a terminal how far some work has come, once it has taken two seconds. */
final class Progress implements AutoCloseable {
    private static final int FIRST_AFTER_MILLIS = 2000;
    private static final int THEN_EVERY_MILLIS = 200;

    private final PrintStream terminal;
    private final String what;
    private final int total;
    private final AtomicInteger done = new AtomicInteger();
    private final Thread thread = new Thread(this::speak, "progress");

    private Progress(PrintStream terminal, String what, int total) {
        this.terminal = terminal;
        this.what = what;
        this.total = total;
    }

    /**
     * Begins; says nothing where standard error is no terminal.
     *
     * @param what has been done to so many, such as "checked"
     */
    static Progress on(Command.Session session, String what, int total) {
        Progress progress = new Progress(session.surroundings().err(), what, total);
        if (session.surroundings().errTerminal()) {
            progress.thread.setDaemon(true);
            progress.thread.start();
        }
        return progress;
    }

    /** One more is done. */
    void step() {
        done.incrementAndGet();
    }

    /** Wipes the line. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void speak() {
        boolean spoken = false;
        try {
            Thread.sleep(FIRST_AFTER_MILLIS);
            while (true) {
                terminal.print("\r" + what + " " + done + "/" + total + " …");
                terminal.flush();
                spoken = true;
                Thread.sleep(THEN_EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            if (spoken) {
                terminal.print("\r\033[K");
                terminal.flush();
            }
        }
    }
}
