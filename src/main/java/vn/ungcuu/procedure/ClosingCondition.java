package vn.ungcuu.procedure;

import java.util.List;

/** Something that holds an incident's record open; every bean of this type is asked before it is closed. */
public interface ClosingCondition {

    /**
     * What is still missing, each as a Vietnamese clause that continues the sentence “Chưa thể đóng hồ sơ: …”; empty when
     * nothing is.
     */
    List<String> openReasons(String code);

    /** Whether it also holds against cancelling, which drops the work under way. */
    default boolean bindsCancelled() {
        return false;
    }
}
