package vn.ungcuu.workplace;

class DashboardOnH2Tests extends DashboardContract {}
