"""A picture, a video of it, and the same video in black and white, by xAI's own SDK."""

import os
import urllib.request

import xai_sdk

# The only line that is not as for api.x.ai.
client = xai_sdk.Client(api_host=os.environ.get("OPENIMAGINE_HOST", "localhost:8080"))

image = client.image.sample(prompt="A red fox in a snowy forest", model="grok-imagine-image")
with open("fox.jpg", "wb") as file:
    file.write(image.image)
print("fox.jpg", f"${image.cost_usd}")

video = client.video.generate(
    prompt="The fox looks up, snow falls",
    model="grok-imagine-video",
    image_url=image.url,
    duration=2,
)
urllib.request.urlretrieve(video.url, "fox.mp4")
print("fox.mp4", f"{video.duration} s")

edited = client.video.generate(
    prompt="Make it black and white", model="grok-imagine-video", video_url=video.url
)
urllib.request.urlretrieve(edited.url, "fox-grey.mp4")
print("fox-grey.mp4", f"{edited.duration} s")
