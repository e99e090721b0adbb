package vn.ungcuu.deadline;

@DutyRosterSlice
class DutyRosterOnH2Tests extends DutyRosterContract {}
