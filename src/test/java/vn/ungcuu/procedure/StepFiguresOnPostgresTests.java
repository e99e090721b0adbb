package vn.ungcuu.procedure;

import vn.ungcuu.support.OnPostgres;

@OnPostgres
class StepFiguresOnPostgresTests extends StepFiguresContract {}
