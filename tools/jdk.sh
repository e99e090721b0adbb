# Sourced by bin/start and bin/test: finds a JDK 17 or newer in JAVA_HOME, else in PATH, and sets JAVA_HOME to it.

if [ -z "${JAVA_HOME:-}" ] && command -v javac >/dev/null; then
  JAVA_HOME=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")
fi
if ! [ -x "${JAVA_HOME:-}/bin/javac" ] || [ "$("$JAVA_HOME/bin/javac" -version 2>&1 | sed 's/[^0-9]*\([0-9]*\).*/\1/')" -lt 17 ]; then
  echo "Cần JDK 17 trở lên (đã tìm trong JAVA_HOME và PATH). Trên Debian: apt-get install openjdk-17-jdk-headless" >&2
  echo "A JDK 17 or newer is needed (looked in JAVA_HOME and PATH). On Debian: apt-get install openjdk-17-jdk-headless" >&2
  exit 1
fi
export JAVA_HOME
