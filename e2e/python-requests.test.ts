import { afterAll, beforeAll, describe, expect } from 'vitest';
import { clientSuite } from './compatibility.ts';
import { findProgram } from './requirements.ts';
import { runProgram, type ServerProcess, startServer } from './server-process.ts';

const python = findProgram('python with requests');

/** A poll loop as published for this API: it indexes `status` without looking at the HTTP code, and waits for `done` or `error`. */
const LOOP = `
import os
import time
import requests

headers = {
    "Content-Type": "application/json",
    "Authorization": f"Bearer {os.environ['XAI_API_KEY']}",
}

response = requests.post(
    "https://api.x.ai/v1/videos/generations",
    headers=headers,
    json={
        "model": "grok-imagine-video",
        "prompt": "A glowing crystal-powered rocket launching from Mars",
        "duration": 10,
        "aspect_ratio": "16:9",
        "resolution": "720p",
    },
)

request_id = response.json()["request_id"]

while True:
    result = requests.get(
        f"https://api.x.ai/v1/videos/{request_id}",
        headers={"Authorization": headers["Authorization"]},
    )
    data = result.json()
    if data["status"] == "done":
        print(data["video"]["url"])
        break
    elif data["status"] == "error":
        print("Generation failed")
        break
    time.sleep(3)
`;

describe.skipIf(python === undefined)('Python requests', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
  });

  const { works, end } = clientSuite(7, 'Python `requests`, with the poll loop of a published article');

  works('the loop ends with the URL of an MP4', async () => {
    const { stdout, stderr } = await runProgram(python!, ['-c', LOOP.replaceAll('https://api.x.ai', server.url)], {
      env: { XAI_API_KEY: server.apiKey },
    });
    expect(stderr).toBe('');
    const response = await fetch(stdout.trim());
    expect(response.headers.get('content-type')).toBe('video/mp4');
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(100_000);
  });

  end();
});
