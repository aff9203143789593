# Find the failing test, mend it, prove it
# (what a model would do, written down as a script for the `shell` runtime)
say() { printf '\n%s\n' "$*"; }

mend() {
  say "I run the tests first, to see what is wrong."
  if ./test.sh; then
    say "All tests pass already: there is nothing to mend."
    return 0
  fi

  say "Cents get lost when a bill does not divide evenly. Where are the shares computed?"
  grep -n 'share' Bill.java

  say "The remainder of the division is dropped. I give its cents to the first people, one each."
  git apply <<'PATCH' || return 1
--- a/Bill.java
+++ b/Bill.java
@@ -9,6 +9,7 @@
             throw new IllegalArgumentException("a bill is shared by at least one person, not " + people);
         }
         long share = cents / people;
-        return LongStream.range(0, people).map(person -> share).toArray();
+        long oddCents = cents % people;
+        return LongStream.range(0, people).map(person -> person < oddCents ? share + 1 : share).toArray();
     }
 }
PATCH
  git diff --stat

  say "Now the tests again."
  ./test.sh || { say "They still fail, so I commit nothing."; return 1; }

  say "They pass. I commit that."
  git -c user.name='Demo agent' -c user.email=agent@example.invalid commit --quiet --all \
    --message 'Share the odd cents of a bill too' && git log --oneline --max-count 2
}

mend
