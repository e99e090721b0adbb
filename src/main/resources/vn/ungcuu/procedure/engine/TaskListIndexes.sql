-- The tasks of an office, and what a list asks of each, without a look at their rows.
create index if not exists identitylink_candidate on ACT_RU_IDENTITYLINK (GROUP_ID_, TYPE_, TASK_ID_);
create index if not exists task_listed on ACT_RU_TASK (ID_)
  include (ASSIGNEE_, DUE_DATE_, FOLLOW_UP_DATE_, SUSPENSION_STATE_, TENANT_ID_, PROC_DEF_ID_);
