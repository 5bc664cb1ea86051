"""Runs a command on a terminal of its own, types a line each time it waits, prints what was shown.

python3 terminal.py LINES_JSON PROGRAM ARGUMENT…
"""

import json
import os
import pty
import select
import sys

lines = json.loads(sys.argv[1])
child, terminal = pty.fork()
if child == 0:
    os.execvp(sys.argv[2], sys.argv[2:])
shown = b""
while True:
    waiting = shown.endswith(b": ") and lines
    if select.select([terminal], [], [], 0.3 if waiting else 20)[0]:
        try:
            part = os.read(terminal, 65536)
        except OSError:  # Linux tells the end so
            break
        if not part:
            break
        shown += part
    elif waiting:
        os.write(terminal, lines.pop(0).encode() + b"\r")
    else:
        break
status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
print(json.dumps({"status": status, "shown": shown.decode()}))
