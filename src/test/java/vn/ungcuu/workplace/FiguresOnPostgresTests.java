package vn.ungcuu.workplace;

import vn.ungcuu.support.OnPostgres;

@OnPostgres
class FiguresOnPostgresTests extends FiguresContract {}
