"""From the call to the URL of a finished video: xAI's SDK over gRPC, and the same by REST with `requests`, in turn.

    python time_video.py 20       prints {"grpc": [seconds, ...], "rest": [seconds, ...]}

The server is told by OPENIMAGINE_HOST, its key by XAI_API_KEY. Both ask every 20 ms.
"""

import datetime
import json
import os
import sys
import time

import requests
import xai_sdk

HOST = os.environ["OPENIMAGINE_HOST"]
POLL_SECONDS = 0.02
ORDER = {"prompt": "A red kite over a beach", "model": "grok-imagine-video", "duration": 1}

client = xai_sdk.Client(api_host=HOST)
session = requests.Session()
session.headers["authorization"] = f"Bearer {os.environ['XAI_API_KEY']}"


def by_grpc():
    return client.video.generate(**ORDER, interval=datetime.timedelta(seconds=POLL_SECONDS)).url


def by_rest():
    request_id = session.post(f"http://{HOST}/v1/videos/generations", json=ORDER).json()["request_id"]
    while True:
        video = session.get(f"http://{HOST}/v1/videos/{request_id}").json()
        if video["status"] == "done":
            return video["video"]["url"]
        time.sleep(POLL_SECONDS)


WAYS = {"grpc": by_grpc, "rest": by_rest}
times = {name: [] for name in WAYS}
for round in range(int(sys.argv[1]) + 1):
    for name, way in WAYS.items():
        started = time.perf_counter()
        assert way().startswith("http")
        # The first of each opens its connection.
        if round > 0:
            times[name].append(time.perf_counter() - started)
print(json.dumps(times))
