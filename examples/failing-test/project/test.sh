#!/usr/bin/env bash
# Runs the tests with the JDK of JAVA_HOME, else with the one on the PATH (JDK 22 or newer).
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC BillTest.java
