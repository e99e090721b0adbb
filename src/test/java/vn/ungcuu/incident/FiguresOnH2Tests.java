package vn.ungcuu.incident;

@RecordSlice
class FiguresOnH2Tests extends FiguresContract {}
