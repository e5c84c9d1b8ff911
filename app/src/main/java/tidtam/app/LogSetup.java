package tidtam.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.spi.ContextAwareBase;

/**
 * The log: on standard error, and only with {@code --debug} or where nobody waits for an answer, as with {@code tidtam serve}. Without it the
 * user is told in one line what went wrong, by the command. Set up
 * in code because reading a configuration file costs start-up time.
 */
public final class LogSetup extends ContextAwareBase implements Configurator {
    /** The system property that {@code --debug} sets, and {@code tidtam serve}. */
    static final String DEBUG = "tidtam.debug";

    /** Made by Logback. */
    public LogSetup() {}

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        StandardError appender = new StandardError();
        appender.setContext(context);
        appender.start();
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Boolean.getBoolean(DEBUG) ? Level.WARN : Level.OFF);
        root.addAppender(appender);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static final class StandardError extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            StringBuilder line = new StringBuilder("tidtam: ").append(event.getFormattedMessage());
            if (event.getThrowableProxy() != null) {
                line.append('\n').append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
            System.err.println(line);
        }
    }
}
