package tidtam.app;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicInteger;

/** Says on a terminal how far a check has come, once it has taken two seconds. */
final class Progress implements AutoCloseable {
    private static final int FIRST_AFTER_MILLIS = 2000;
    private static final int THEN_EVERY_MILLIS = 200;

    private final PrintStream terminal;
    private final Voice voice;
    private final int total;
    private final AtomicInteger done = new AtomicInteger();
    private final Thread thread = new Thread(this::speak, "progress");

    private Progress(PrintStream terminal, Voice voice, int total) {
        this.terminal = terminal;
        this.voice = voice;
        this.total = total;
    }

    /** Begins; says nothing where standard error is no terminal. */
    static Progress on(Command.Session session, int total) {
        Progress progress = new Progress(session.surroundings().err(), session.voice(), total);
        if (session.surroundings().errTerminal()) {
            progress.thread.setDaemon(true);
            progress.thread.start();
        }
        return progress;
    }

    /** One more workbook is done. */
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
                terminal.print("\r" + voice.say("ตรวจแล้ว ", "checked ") + done + "/" + total + " …");
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
