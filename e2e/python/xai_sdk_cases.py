"""What xAI's own Python SDK does with the server, case by case, by its synchronous and its asynchronous client.

    python xai_sdk_cases.py list           the features that the installed SDK has, one JSON line each
    python xai_sdk_cases.py run sync       {"feature": ..., "error": null or a traceback}, one line each

The server is told by OPENIMAGINE_HOST (`localhost:8080`), its key by XAI_API_KEY, a photo by OPENIMAGINE_PHOTO.
"""

import asyncio
import base64
import datetime
import inspect
import json
import os
import sys
import tempfile
import traceback
import urllib.error
import urllib.request

import grpc
import xai_sdk
from xai_sdk.proto import batch_pb2, image_pb2, image_pb2_grpc, video_pb2

HOST = os.environ.get("OPENIMAGINE_HOST", "localhost:8080")
KEY = os.environ.get("XAI_API_KEY", "")
IMAGE = "grok-imagine-image"
VIDEO = "grok-imagine-video"
NEWEST_VIDEO = "grok-imagine-video-1.5"
SOON = datetime.timedelta(milliseconds=100)
VERSION = tuple(int(part) for part in xai_sdk.__version__.split(".")[:2])

CASES = []


def case(feature, since=(1, 0)):
    """A case is written once: `done` awaits what the asynchronous client returns, and passes on what the other does."""

    def register(function):
        if VERSION >= since:
            CASES.append((feature, function))
        return function

    return register


async def done(value):
    return await value if inspect.isawaitable(value) else value


def client_of(kind, host=HOST, key=KEY, **options):
    return (xai_sdk.AsyncClient if kind == "async" else xai_sdk.Client)(api_key=key, api_host=host, **options)


def fetch(url):
    """As a user would download it: without a key."""
    with urllib.request.urlopen(url, timeout=20) as response:
        return response.headers.get_content_type(), response.read()


def rest(path):
    request = urllib.request.Request(f"http://{HOST}{path}", headers={"authorization": f"Bearer {KEY}"})
    with urllib.request.urlopen(request, timeout=20) as response:
        return json.load(response)


def photo():
    with open(os.environ["OPENIMAGINE_PHOTO"], "rb") as file:
        return "data:image/jpeg;base64," + base64.b64encode(file.read()).decode()


async def refused(value_or_error, code):
    """The status that a call ends with, and its sentence."""
    try:
        await done(value_or_error() if callable(value_or_error) else value_or_error)
    except grpc.RpcError as error:
        assert error.code() == code, f"{error.code()}: {error.details()}"
        assert error.details(), "no sentence says why"
        return error.details()
    raise AssertionError(f"expected {code}, but it went through")


def is_jpeg(data):
    return data[:3] == b"\xff\xd8\xff"


async def sample_video(client, **more):
    return await done(client.video.generate(prompt="A red kite over a beach", model=VIDEO, duration=5, interval=SOON, **more))


@case("`image.sample`: URL and `.image`")
async def image_url(client, kind):
    image = await done(client.image.sample(prompt="A red kite", model=IMAGE))
    assert image.url.startswith(f"http://{HOST}/"), image.url
    assert image.respect_moderation is True
    assert image.model == IMAGE
    assert is_jpeg(await done(image.image))


@case("what it cost", since=(1, 9))
async def cost(client, kind):
    image = await done(client.image.sample(prompt="A red kite", model=IMAGE))
    assert image.usage.cost_in_usd_ticks > 0
    video = await done(client.video.generate(prompt="A kite", model=VIDEO, duration=1, interval=SOON))
    assert video.usage.cost_in_usd_ticks > 0


@case("`image.sample_batch`: as many as were asked for")
async def image_batch(client, kind):
    images = await done(client.image.sample_batch(prompt="A red kite", model=IMAGE, n=4))
    assert len({image.url for image in images}) == 4
    assert all(image.respect_moderation for image in images)


@case('`image_format="base64"`')
async def image_base64(client, kind):
    image = await done(client.image.sample(prompt="A red kite", model=IMAGE, image_format="base64"))
    assert image.base64.startswith("data:image/jpeg;base64,")
    assert is_jpeg(await done(image.image))


@case("ratios")
async def image_ratio(client, kind):
    image = await done(client.image.sample(prompt="A red kite", model=IMAGE, aspect_ratio="16:9", resolution="1k"))
    assert is_jpeg(await done(image.image))


@case("pictures of 2k", since=(1, 9))
async def image_2k(client, kind):
    image = await done(client.image.sample(prompt="A red kite", model=IMAGE, resolution="2k"))
    assert is_jpeg(await done(image.image))


@case("quality of `grok-imagine-image-2.0`", since=(1, 18))
async def image_quality(client, kind):
    image = await done(client.image.sample(prompt="A kite", model="grok-imagine-image-2.0", quality="low"))
    assert image.usage.cost_in_usd_ticks > 0


@case("edit of one picture, by URL and by data URL")
async def image_edit(client, kind):
    first = await done(client.image.sample(prompt="A red kite", model=IMAGE))
    for source in (first.url, photo()):
        edited = await done(client.image.sample(prompt="Make it black and white", model=IMAGE, image_url=source))
        assert is_jpeg(await done(edited.image))


@case("edit of several pictures", since=(1, 9))
async def image_edit_several(client, kind):
    edited = await done(
        client.image.sample(prompt="Put the cat of <IMAGE_0> into <IMAGE_1>", model=IMAGE, image_urls=[photo(), photo()])
    )
    assert is_jpeg(await done(edited.image))


@case("edit of uploaded pictures", since=(1, 17))
async def image_edit_files(client, kind):
    file = await done(client.files.upload(os.environ["OPENIMAGINE_PHOTO"]))
    edited = await done(client.image.sample(prompt="Make it black and white", model=IMAGE, image_file_id=file.id))
    assert is_jpeg(await done(edited.image))


@case("`image` and `images` together are refused", since=(1, 9))
async def image_conflict(client, kind):
    source = image_pb2.ImageUrlContent(image_url=photo())
    request = image_pb2.GenerateImageRequest(prompt="A kite", model=IMAGE, image=source, images=[source])
    await refused(lambda: client.image._stub.GenerateImage(request), grpc.StatusCode.INVALID_ARGUMENT)


@case("`storage_options` of a picture: file and public URL", since=(1, 17))
async def image_storage(client, kind):
    image = await done(
        client.image.sample(prompt="A kite", model=IMAGE, storage_options={"filename": "kite.jpg", "public_url": True})
    )
    assert image.proto.images[0].file_output.file_id.startswith("file_")
    assert image.proto.images[0].file_output.filename == "kite.jpg"
    assert is_jpeg(fetch(image.proto.images[0].file_output.public_url)[1])


@case("`video.generate`: polls until it is done")
async def video(client, kind):
    made = await done(client.video.generate(prompt="A kite", model=VIDEO, interval=SOON))
    assert made.duration == 8
    assert made.respect_moderation is True
    assert made.url.startswith(f"http://{HOST}/"), made.url
    kind_of, data = fetch(made.url)
    assert kind_of == "video/mp4" and data[4:8] == b"ftyp"


@case("`video.start` and `get`")
async def video_start(client, kind):
    started = await done(client.video.start(prompt="A kite", model=VIDEO, duration=2, aspect_ratio="1:1", resolution="720p"))
    for _ in range(600):
        state = await done(client.video.get(started.request_id))
        if state.status == 1:
            assert state.response.video.duration == 2
            return
        assert state.status == 3, state
        await asyncio.sleep(0.1)
    raise AssertionError("it was never done")


@case("a video from a picture")
async def video_from_image(client, kind):
    made = await done(
        client.video.generate(prompt="It looks up", model=VIDEO, image_url=photo(), duration=2, interval=SOON)
    )
    assert made.duration == 2


@case("edit of a video")
async def video_edit(client, kind):
    first = await sample_video(client)
    edited = await done(
        client.video.generate(prompt="Make it black and white", model=VIDEO, video_url=first.url, interval=SOON)
    )
    assert edited.duration == 5


@case("`video.extend`", since=(1, 9))
async def video_extend(client, kind):
    first = await sample_video(client)
    longer = await done(
        client.video.extend(prompt="It flies away", model=VIDEO, video_url=first.url, duration=6, interval=SOON)
    )
    assert longer.duration == 11, longer.duration


@case("a video from reference pictures", since=(1, 9))
async def video_references(client, kind):
    made = await done(
        client.video.generate(
            prompt="<IMAGE_0> on a beach", model=VIDEO, reference_image_urls=[photo()], duration=2, interval=SOON
        )
    )
    assert made.duration == 2


@case("reference voices, and no sound", since=(1, 19))
async def video_voices(client, kind):
    made = await done(
        client.video.generate(
            prompt='A robot says "hello"',
            model=NEWEST_VIDEO,
            reference_audios=[{"voice_id": "ara"}],
            duration=2,
            interval=SOON,
        )
    )
    assert made.duration == 2
    silent = await done(
        client.video.generate(prompt="A kite", model=VIDEO, duration=1, generate_audio=False, interval=SOON)
    )
    assert silent.duration == 1


@case("last frame and keyframes", since=(1, 20))
async def video_frames(client, kind):
    made = await done(
        client.video.generate(
            prompt="It comes nearer", model=NEWEST_VIDEO, last_frame_url=photo(), duration=2, interval=SOON
        )
    )
    assert made.duration == 2
    pinned = await done(
        client.video.generate(
            prompt="It comes nearer",
            model=NEWEST_VIDEO,
            image_url=photo(),
            keyframes=[{"image_url": photo(), "timestamp": 4 / 3}],
            duration=3,
            interval=SOON,
        )
    )
    assert pinned.duration == 3


@case("`storage_options` of a video", since=(1, 17))
async def video_storage(client, kind):
    made = await done(
        client.video.generate(
            prompt="A kite",
            model=VIDEO,
            duration=1,
            interval=SOON,
            storage_options={"filename": "kite.mp4", "expires_after": 7200},
        )
    )
    output = made.proto.video.file_output
    assert output.file_id.startswith("file_") and output.filename == "kite.mp4" and not output.public_url
    assert (await done(client.files.content(output.file_id)))[4:8] == b"ftyp"


@case("a failed video: code and message")
async def video_failed(client, kind):
    failing = client_of(kind, metadata=(("x-openimagine-scenario", "failed;code=failed_precondition"),))
    try:
        await done(failing.video.generate(prompt="A kite", model=VIDEO, duration=1, interval=SOON))
    except Exception as error:  # its class differs between versions
        if VERSION >= (1, 9):
            assert (type(error).__name__, error.code) == ("VideoGenerationError", "failed_precondition"), repr(error)
    else:
        raise AssertionError("it went through")
    finally:
        await done(failing.close())


@case("UNAVAILABLE is retried, and made and billed once")
async def retried(client, kind):
    before = rest("/v1/generations?limit=1")["totals"]["count"]
    failing = client_of(kind, metadata=(("x-openimagine-scenario", "http-503;times=2"),))
    await done(failing.image.sample(prompt=f"A kite {kind}", model=IMAGE))
    await done(failing.close())
    assert rest("/v1/generations?limit=1")["totals"]["count"] == before + 1


@case("refusals, with our sentence")
async def refusals(client, kind):
    details = await refused(
        lambda: client.image.sample(prompt="", model=IMAGE), grpc.StatusCode.INVALID_ARGUMENT
    )
    assert "prompt" in details, details
    await refused(lambda: client.image.sample(prompt="A kite", model="none"), grpc.StatusCode.NOT_FOUND)
    await refused(lambda: client.video.get("none"), grpc.StatusCode.NOT_FOUND)
    await refused(lambda: client.video.start(prompt="A kite", model=VIDEO, duration=16), grpc.StatusCode.INVALID_ARGUMENT)
    unfetched = "https://nothing.invalid/a.png"
    await refused(
        lambda: client.image.sample(prompt="A kite", model=IMAGE, image_url=unfetched), grpc.StatusCode.DATA_LOSS
    )


@case("a wrong key is refused by every service")
async def wrong_key(client, kind):
    wrong = client_of(kind, key="xai-wrong")
    calls = [
        lambda: wrong.image.sample(prompt="A kite", model=IMAGE),
        lambda: wrong.video.start(prompt="A kite", model=VIDEO),
        lambda: wrong.video.get("none"),
        lambda: wrong.models.list_image_generation_models(),
        lambda: wrong.auth.get_api_key_info(),
        lambda: wrong.files.list(),
    ]
    if hasattr(wrong, "batch"):
        calls.append(lambda: wrong.batch.list())
    for call in calls:
        await refused(call, grpc.StatusCode.UNAUTHENTICATED)
    await done(wrong.close())


@case("`files`: upload of 7 MiB, list, get, content, delete")
async def files(client, kind):
    data = os.urandom(7 * 1024 * 1024)
    file = await done(client.files.upload(data, filename=f"noise-{kind}.bin"))
    assert (file.size, file.filename) == (len(data), f"noise-{kind}.bin")
    listed = await done(client.files.list(limit=100))
    assert file.id in [each.id for each in listed.data]
    assert (await done(client.files.get(file.id))).size == len(data)
    assert await done(client.files.content(file.id)) == data
    assert (await done(client.files.delete(file.id))).deleted is True
    await refused(lambda: client.files.get(file.id), grpc.StatusCode.NOT_FOUND)


@case("`files`: paging, order, life")
async def files_pages(client, kind):
    made = [
        await done(client.files.upload(b"content", filename=f"page-{kind}-{index}.txt")) for index in range(3)
    ]
    seen, token = [], None
    while True:
        page = await done(client.files.list(limit=1, order="asc", sort_by="created_at", pagination_token=token))
        seen += [each.id for each in page.data]
        token = page.pagination_token
        if not token:
            break
    assert [each for each in seen if each in {file.id for file in made}] == [file.id for file in made]
    with tempfile.NamedTemporaryFile(suffix=".txt") as file:
        file.write(b"content")
        file.flush()
        assert (await done(client.files.upload(file.name))).size == 7


@case("`files`: public URLs, filter", since=(1, 17))
async def files_public(client, kind):
    file = await done(client.files.upload(b"content", filename=f"public-{kind}.txt", expires_after=7200))
    assert file.expires_at.seconds - file.created_at.seconds == 7200
    found = await done(client.files.list(filter=f'name = "public-{kind}.txt"'))
    assert [each.id for each in found.data] == [file.id]
    published = await done(client.files.create_public_url(file.id, expires_after=3600))
    assert fetch(published.public_url)[1] == b"content"
    assert (await done(client.files.revoke_public_url(file.id))).revoked is True
    assert (await done(client.files.revoke_public_url(file.id))).revoked is False
    try:
        fetch(published.public_url)
    except urllib.error.HTTPError as error:
        assert error.code == 404
    else:
        raise AssertionError("a revoked URL still opens the file")


async def new_batch(client, name):
    """A team may begin one in any second."""
    await asyncio.sleep(1.1)
    return await done(client.batch.create(name))


@case("`batch`: pictures and a video, results page by page", since=(1, 17))
async def batch(client, kind):
    batch = await new_batch(client, f"kites {kind}")
    await done(
        client.batch.add(
            batch.batch_id,
            [
                client.image.prepare(prompt="A red kite", model=IMAGE, batch_request_id="red"),
                client.image.prepare(prompt="A blue kite", model=IMAGE),
                client.video.prepare(prompt="A kite", model=VIDEO, duration=1, batch_request_id="film"),
            ],
        )
    )
    for _ in range(600):
        state = (await done(client.batch.get(batch.batch_id))).state
        if state.num_requests == 3 and state.num_pending == 0:
            break
        await asyncio.sleep(0.1)
    assert state.num_success == 3, state
    results, token = [], None
    while True:
        page = await done(client.batch.list_batch_results(batch.batch_id, limit=1, pagination_token=token))
        results += page.succeeded
        token = page.pagination_token
        if not token:
            break
    by_id = {result.batch_request_id: result for result in results}
    assert len(by_id) == 3 and {"red", "film"} <= set(by_id)
    assert is_jpeg(fetch(by_id["red"].image_response.url)[1])
    assert by_id["film"].video_response.duration == 1
    listed = await done(client.batch.list_batch_requests(batch.batch_id))
    assert len(listed.batch_request_metadata) == 3
    assert batch.batch_id in [each.batch_id for each in (await done(client.batch.list())).batches]


@case("`batch`: errors of single requests, cancel", since=(1, 17))
async def batch_failures(client, kind):
    batch = await new_batch(client, "mixed")
    await done(
        client.batch.add(
            batch.batch_id, [client.video.prepare(prompt="A kite", model=VIDEO, duration=99, batch_request_id="long")]
        )
    )
    failed = []
    for _ in range(300):
        failed = (await done(client.batch.list_batch_results(batch.batch_id))).failed
        if failed:
            break
        await asyncio.sleep(0.1)
    assert [result.batch_request_id for result in failed] == ["long"]
    assert "duration" in failed[0].error_message
    cancelled = await done(client.batch.cancel(batch.batch_id))
    assert cancelled.batch_id == batch.batch_id


@case("`batch`: an extension", since=(1, 18))
async def batch_extension(client, kind):
    first = await sample_video(client)
    batch = await new_batch(client, "longer")
    request = client.video.prepare_extension(prompt="It flies away", model=VIDEO, video_url=first.url, duration=2)
    await done(client.batch.add(batch.batch_id, [request]))
    for _ in range(600):
        results = (await done(client.batch.list_batch_results(batch.batch_id))).results
        if results:
            break
        await asyncio.sleep(0.1)
    assert results[0].video_response.duration == 7


@case("`models`")
async def models(client, kind):
    names = [model.name for model in await done(client.models.list_image_generation_models())]
    assert IMAGE in names, names
    model = await done(client.models.get_image_generation_model("grok-imagine-image-pro"))
    assert model.name == "grok-imagine-image-quality" and model.image_price > 0
    assert list(await done(client.models.list_language_models())) == []
    await refused(lambda: client.models.get_image_generation_model("none"), grpc.StatusCode.NOT_FOUND)


@case("`auth.get_api_key_info`")
async def auth(client, kind):
    info = await done(client.auth.get_api_key_info())
    assert info.api_key_id and info.team_id and info.name and list(info.acls)
    assert KEY not in info.redacted_api_key
    assert info.create_time.seconds > 0


@case("an insecure channel to 127.0.0.1; its uploads carry no key and are refused")
async def insecure(client, kind):
    port = HOST.rsplit(":", 1)[1]
    plain = client_of(kind, host=f"127.0.0.1:{port}", use_insecure_channel=True)
    image = await done(plain.image.sample(prompt="A kite", model=IMAGE))
    assert image.url.startswith(f"http://127.0.0.1:{port}/"), image.url
    details = await refused(
        lambda: plain.files.upload(b"content", filename="a.txt"), grpc.StatusCode.UNAUTHENTICATED
    )
    assert "localhost" in details, details
    await done(plain.close())


@case("a connection that only pings stays open")
async def keepalive(client, kind):
    pinging = client_of(
        kind,
        channel_options=[("grpc.keepalive_time_ms", 1000), ("grpc.http2.min_time_between_pings_ms", 500)],
    )
    await done(pinging.auth.get_api_key_info())
    await asyncio.sleep(6)
    await done(pinging.auth.get_api_key_info())
    await done(pinging.close())


@case("telemetry", since=(1, 4))
async def telemetry(client, kind):
    from opentelemetry.sdk.trace.export import SimpleSpanProcessor
    from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
    from xai_sdk.telemetry import Telemetry

    spans = InMemorySpanExporter()
    provider = Telemetry().provider
    provider.add_span_processor(SimpleSpanProcessor(spans))
    await done(client.image.sample(prompt="A kite", model=IMAGE))
    names = [span.name for span in spans.get_finished_spans()]
    assert any(IMAGE in name for name in names), names


async def run(kind):
    client = client_of(kind)
    for feature, function in CASES:
        error = None
        try:
            await asyncio.wait_for(function(client, kind), 120)
        except BaseException:  # whatever it is, the next case is to run
            error = traceback.format_exc(limit=-4)
        print(json.dumps({"feature": feature, "error": error}), flush=True)
    await done(client.close())


if __name__ == "__main__":
    if sys.argv[1] == "list":
        print(json.dumps({"version": xai_sdk.__version__, "features": [feature for feature, _ in CASES]}))
    else:
        asyncio.run(run(sys.argv[2]))
