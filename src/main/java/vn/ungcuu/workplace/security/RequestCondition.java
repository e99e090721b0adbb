package vn.ungcuu.workplace.security;

/** What an allowed request must fulfil beside its method and path; {@link RequestConditions} says what each means. */
enum RequestCondition {
    NONE,
    /** About the person who asks: the id in the path is theirs. */
    ABOUT_MYSELF,
    /** About a task the person may see. The engine itself shows comments to everybody who knows the task's id. */
    VISIBLE_TASK,
    /** A task taken by the person who asks, for themselves. */
    CLAIM_FOR_MYSELF,
    /** A task given back by the person who holds it. */
    HELD_BY_ME,
    /** The answers of a form, to a task nobody else holds. */
    ANSWERS_TO_MY_TASK,
    /** A comment on a visible task and its own instance. */
    COMMENT_ON_TASK,
    /** The answers of a start form, and nothing that says where or how to start. */
    REPORT_BY_FORM,
    /** The message that starts the procedure, and nothing that aims it at a running instance. */
    REPORT_BY_MESSAGE,
    /** A migration that changes no variable and skips no listener. */
    PLAIN_MIGRATION,
    /** Another attempt at a failed job, at once: neither switched off nor put off. */
    ONE_MORE_TRY;

    boolean readsBody() {
        return this != NONE && this != ABOUT_MYSELF && this != VISIBLE_TASK && this != HELD_BY_ME;
    }
}
