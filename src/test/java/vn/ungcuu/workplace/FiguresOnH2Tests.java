package vn.ungcuu.workplace;

class FiguresOnH2Tests extends FiguresContract {}
