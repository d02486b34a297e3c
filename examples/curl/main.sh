#!/bin/sh
# A picture, a video of it, and the same video at night: POST, poll, download.
set -eu

URL=$(printf %s "${OPENIMAGINE_URL:-http://localhost:8080}" | sed 's:/*$::')
KEY=${OPENIMAGINE_API_KEY:-${XAI_API_KEY:?set it to the key that the server printed at its first start}}

# Prints the reply. What the API refuses is said on standard error, and ends the whole.
call() {
  if body=$(curl -sS --fail-with-body -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" "$@"); then
    printf '%s\n' "$body"
  else
    printf '%s\n' "$body" >&2
    return 1
  fi
}

# Prints the text of the field $2 of the reply $1.
field() {
  value=$(printf '%s\n' "$1" | sed -n "s/.*\"$2\": *\"\([^\"]*\)\".*/\1/p" | head -n 1)
  if [ -z "$value" ]; then
    printf 'There is no %s in the reply: %s\n' "$2" "$1" >&2
    return 1
  fi
  printf '%s\n' "$value"
}

# Submits what $2 says to $1, waits for the end, and prints the URL of the video.
video() {
  reply=$(call "$URL/v1/videos/$1" -d "$2") || return 1
  id=$(field "$reply" request_id) || return 1
  while :; do
    # Answers when it has ended, or after 30 seconds; api.x.ai answers at once, hence the pause.
    reply=$(call "$URL/v1/videos/$id?wait=30") || return 1
    status=$(field "$reply" status) || return 1
    case $status in
      done) field "$reply" url; return ;;
      failed | expired) printf '%s\n' "$reply" >&2; return 1 ;;
    esac
    sleep 1
  done
}

reply=$(call "$URL/v1/images/generations" \
  -d '{"model": "grok-imagine-image", "prompt": "A lighthouse on a cliff by the sea", "aspect_ratio": "16:9"}')
picture=$(field "$reply" url)
curl -sSf "$picture" -o lighthouse.jpg && echo lighthouse.jpg

clip=$(video generations "{\"prompt\": \"The clouds drift\", \"image\": {\"url\": \"$picture\"}, \"duration\": 2}")
curl -sSf "$clip" -o lighthouse.mp4 && echo lighthouse.mp4

edited=$(video edits "{\"prompt\": \"Turn day into night\", \"video\": {\"url\": \"$clip\"}}")
curl -sSf "$edited" -o lighthouse-night.mp4 && echo lighthouse-night.mp4
