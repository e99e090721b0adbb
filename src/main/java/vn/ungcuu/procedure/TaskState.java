package vn.ungcuu.procedure;

/** What may be the matter with an open task. */
public enum TaskState {
    /** Past the moment by which it has to be finished. */
    OVERDUE,
    /** Nobody has taken it over. */
    UNCLAIMED,
    /** Past the moment by which it has to be finished, and nobody has even taken it over. */
    UNCLAIMED_OVERDUE,
    /** Its clocks stand still until an agreed moment. */
    HELD
}
