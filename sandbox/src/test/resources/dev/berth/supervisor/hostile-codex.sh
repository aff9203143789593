#!/bin/sh
# Speaks as much of the app-server protocol as it takes to be asked for a turn, and then all that must not hurt.
answer() { echo "{\"id\":$id,\"result\":$1}"; }
while read -r line; do
  id=$(expr "$line" : '.*"id":\([0-9]*\)')
  case $line in
    *'"initialize"'*) answer '{}' ;;
    *'"thread/start"'*) answer '{"thread":{"id":"t1"}}' ;;
    *'"turn/start"'*)
      answer '{"turn":{"id":"u1"}}'
      echo '{"method":"turn/started","params":{"threadId":"t1","turn":{"id":"u1"}}}'
      echo 'no JSON at all'
      head -c 5000000 /dev/zero | tr '\0' '{'; echo
      printf '{"method":"of/another/time","params":{"long":"'; head -c 5000000 /dev/zero | tr '\0' 'x'; echo '"}}'
      printf '{"method":"item/agentMessage/delta","params":{"threadId":"t1","itemId":"m","delta":"a\377b\\ud800c"}}\n'
      echo '{"method":"turn/completed","params":{"threadId":"t1","turn":{"id":"of somebody else","status":"completed"}}}'
      echo '{"method":"turn/completed","params":{"threadId":"of somebody else","turn":{"id":"u1","status":"failed"}}}'
      echo '{"id":99,"result":{}}'
      echo '{"id":"ask","method":"item/tool/requestUserInput","params":{"threadId":"t1"}}'
      read -r refusal
      echo "$refusal" >refusal
      echo '{"method":"turn/completed","params":{"threadId":"t1","turn":{"id":"u1","status":"completed"}}}'
      echo '{"method":"turn/started","params":{"threadId":"t1","turn":{"id":"by itself"}}}'
      read -r interrupt
      echo "$interrupt" >interrupt
      ;;
  esac
done
