-- The tasks of an office, what a list asks of each, and the office's right to read it, without a look at their rows.
create index if not exists identitylink_candidate on ACT_RU_IDENTITYLINK (GROUP_ID_, TYPE_, TASK_ID_);
create index if not exists task_listed on ACT_RU_TASK (ID_)
  include (ASSIGNEE_, DUE_DATE_, FOLLOW_UP_DATE_, SUSPENSION_STATE_, TENANT_ID_, PROC_DEF_ID_);
create index if not exists authorization_office on ACT_RU_AUTHORIZATION (GROUP_ID_, RESOURCE_TYPE_, RESOURCE_ID_)
  include (TYPE_, PERMS_);
