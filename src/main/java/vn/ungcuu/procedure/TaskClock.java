package vn.ungcuu.procedure;

/** Told when the first moment at which somebody has to look after a task has come. */
public interface TaskClock {

    /** In the timer's transaction; the task may just have ended. */
    void runsOut(String taskId);
}
