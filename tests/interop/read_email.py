"""What Python's e-mail parser finds in a message: python3 read_email.py FILE, prints JSON."""

import base64
import email
import email.policy
import json
import sys

with open(sys.argv[1], "rb") as file:
    message = email.message_from_binary_file(file, policy=email.policy.default)


def defects(part):
    return [type(each).__name__ for each in part.defects]


print(
    json.dumps(
        {
            "subject": message["subject"],
            "to": [[each.display_name, each.addr_spec] for each in message["to"].addresses],
            "unsent": message["x-unsent"],
            "headers": message.keys(),
            "text": message.get_body().get_content(),
            "attachments": [
                {
                    "name": part.get_filename(),
                    "type": part.get_content_type(),
                    "bytes": base64.b64encode(part.get_payload(decode=True)).decode(),
                }
                for part in message.iter_attachments()
            ],
            "defects": [each for part in message.walk() for each in defects(part)],
        }
    )
)
