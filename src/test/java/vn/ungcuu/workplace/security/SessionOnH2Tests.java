package vn.ungcuu.workplace.security;

class SessionOnH2Tests extends SessionContract {}
