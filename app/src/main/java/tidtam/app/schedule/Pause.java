package tidtam.app.schedule;

import com.github.kagkarlsson.scheduler.Waiter;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The wait between two looks at what is due. The library's own would last until a clock that was set back has caught up. */
final class Pause extends Waiter {
    private final Semaphore called = new Semaphore(0);
    private volatile boolean waiting;

    Pause(Duration length) {
        super(length);
    }

    @Override
    public void doWait() throws InterruptedException {
        waiting = true;
        try {
            if (called.tryAcquire(getWaitDuration().toMillis(), TimeUnit.MILLISECONDS)) {
                called.drainPermits();
            }
        } finally {
            waiting = false;
        }
    }

    @Override
    public boolean wake() {
        called.release();
        return waiting;
    }

    @Override
    public void wakeOrSkipNextWait() {
        called.release();
    }

    @Override
    public boolean isWaiting() {
        return waiting;
    }
}
