#!/bin/sh
# A picture, a video of it, and the same video at night: POST, poll, download.
set -eu

URL=${OPENIMAGINE_URL:-http://localhost:8080}
KEY=${OPENIMAGINE_API_KEY:-${XAI_API_KEY:?set it to the key that the server printed at its first start}}

call() { curl -sS --fail-with-body -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" "$@"; }
field() { sed -n "s/.*\"$1\": *\"\([^\"]*\)\".*/\1/p" | head -n 1; }

# Submits what $2 says to $1, waits for the end, and prints the URL of the video.
video() {
  id=$(call "$URL/v1/videos/$1" -d "$2" | field request_id)
  while :; do
    # Answers when it has ended, or after 30 seconds; api.x.ai answers at once, hence the pause.
    reply=$(call "$URL/v1/videos/$id?wait=30")
    case $(printf %s "$reply" | field status) in
      done) printf %s "$reply" | field url; return ;;
      failed | expired) printf '%s\n' "$reply" >&2; return 1 ;;
    esac
    sleep 1
  done
}

picture=$(call "$URL/v1/images/generations" \
  -d '{"model": "grok-imagine-image", "prompt": "A lighthouse on a cliff by the sea", "aspect_ratio": "16:9"}' | field url)
curl -sSf "$picture" -o lighthouse.jpg && echo lighthouse.jpg

clip=$(video generations "{\"prompt\": \"The clouds drift\", \"image\": {\"url\": \"$picture\"}, \"duration\": 2}")
curl -sSf "$clip" -o lighthouse.mp4 && echo lighthouse.mp4

edited=$(video edits "{\"prompt\": \"Turn day into night\", \"video\": {\"url\": \"$clip\"}}")
curl -sSf "$edited" -o lighthouse-night.mp4 && echo lighthouse-night.mp4
