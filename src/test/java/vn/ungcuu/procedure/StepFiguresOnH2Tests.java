package vn.ungcuu.procedure;

class StepFiguresOnH2Tests extends StepFiguresContract {}
