package vn.ungcuu.notification;

/** What a notice tells of; people choose by it which mails they get. */
public enum NoticeEvent {
    SERIOUS_INCIDENT("Có sự cố nghiêm trọng", true),
    TASK_CREATED("Có việc mới cho đơn vị", true),
    TASK_ASSIGNED("Có việc được giao cho tôi", false),
    TASK_UNCLAIMED("Việc chưa ai nhận", true),
    TASK_NEARLY_DUE("Việc sắp tới hạn", false),
    TASK_OVERDUE("Việc quá hạn", true),
    REMINDER("Nhắc việc", false),
    ESCALATED("Việc chậm được báo lên cấp trên", true),
    HOLD_ENDED("Hết thời gian tạm dừng", false),
    DEADLINE_CHANGED("Thời hạn thay đổi", false),
    WEEKLY_DIGEST("Tổng hợp sự cố hằng tuần", false);

    private final String label;
    private final boolean urgent;

    NoticeEvent(String label, boolean urgent) {
        this.label = label;
        this.urgent = urgent;
    }

    /** In Vietnamese, for the page of settings. */
    public String label() {
        return label;
    }

    /** Whether it cannot wait until the office is back at work. */
    boolean isUrgent() {
        return urgent;
    }
}
