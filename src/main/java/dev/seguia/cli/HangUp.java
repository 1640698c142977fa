package dev.seguia.cli;

import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Handles SIGHUP by reloading the files, as administrators expect of a daemon. Without a handler
/// the signal would end the daemon.
final class HangUp {
  private static final Logger LOG = LoggerFactory.getLogger(HangUp.class);

  private Optional<Runnable> action = Optional.empty();
  private boolean isPending;

  private HangUp() {}

  /// Catches the signal from now on. Where the system has no such signal, nothing comes of this;
  /// where it is ignored, as under `nohup`, it stays so.
  static HangUp caught() {
    var hangUp = new HangUp();
    try {
      hangUp.handle();
    } catch (ReflectiveOperationException e) {
      LOG.atDebug().setCause(e).log("no SIGHUP handler could be installed");
    }
    return hangUp;
  }

  /// Java has no other access to signals than this one. It is opened by name: javac warns of its
  /// use, and the warning cannot be suppressed.
  private void handle() throws ReflectiveOperationException {
    var signal = Class.forName("sun.misc.Signal");
    var handler = Class.forName("sun.misc.SignalHandler");
    var received = MethodHandles.lookup().bind(this, "received", MethodType.methodType(void.class));
    var ours =
        MethodHandleProxies.asInterfaceInstance(
            handler, MethodHandles.dropArguments(received, 0, signal));
    signal
        .getMethod("handle", signal, handler)
        .invoke(null, signal.getConstructor(String.class).newInstance("HUP"), ours);
  }

  /// Sets what each signal brings about from now on. A signal that came before is made up for.
  synchronized void setAction(Runnable wanted) {
    action = Optional.of(wanted);
    if (isPending) received();
  }

  /// Called by a thread of the Java machine.
  private synchronized void received() {
    isPending = action.isEmpty();
    try {
      action.ifPresent(Runnable::run);
    } catch (RuntimeException e) {
      LOG.atError().setCause(e).log("reload requested by SIGHUP failed");
    }
  }
}
