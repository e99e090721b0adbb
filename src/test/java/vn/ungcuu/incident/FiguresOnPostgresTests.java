package vn.ungcuu.incident;

import vn.ungcuu.support.OnPostgres;

@RecordSlice
@OnPostgres
class FiguresOnPostgresTests extends FiguresContract {}
