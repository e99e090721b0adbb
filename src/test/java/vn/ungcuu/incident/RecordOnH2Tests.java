package vn.ungcuu.incident;

@RecordSlice
class RecordOnH2Tests extends RecordContract {}
