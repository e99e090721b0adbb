package vn.ungcuu.deadline;

import vn.ungcuu.support.OnPostgres;

@DutyRosterSlice
@OnPostgres
class DutyRosterOnPostgresTests extends DutyRosterContract {}
