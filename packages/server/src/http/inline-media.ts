import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Context } from '../context.ts';
import type { Asset } from '../jobs/generation.ts';
import { assertStored, readable } from '../operations/read-asset.ts';

/**
 * A JSON reply in which some strings are whole files in base64. They are read while they are sent: a slow client holds a
 * few kilobytes, not the file.
 */
export interface InlineMedia {
  /** @returns What stands for the file in the reply until it is sent. @throws {ApiError} `gone` when it is not there. */
  put(asset: Asset, prefix?: string): Promise<string>;
  send(reply: FastifyReply, body: object): FastifyReply;
}

interface Part {
  readonly marker: string;
  readonly asset: Asset;
  readonly prefix: string;
}

const MARKERS = /inline:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

export function createInlineMedia(context: Context): InlineMedia {
  const parts: Part[] = [];
  return {
    async put(asset, prefix = '') {
      await assertStored(context, asset);
      const marker = `inline:${randomUUID()}`;
      parts.push({ marker, asset, prefix });
      return marker;
    },
    send(reply, body) {
      const json = JSON.stringify(body);
      if (parts.length === 0) return reply.type('application/json; charset=utf-8').send(json);
      const ordered = inOrderOf(json, parts);
      const length = parts.reduce((sum, part) => sum + sizeOf(part) - part.marker.length, Buffer.byteLength(json));
      return reply
        .type('application/json; charset=utf-8')
        .header('content-length', String(length))
        .send(Readable.from(write(context, json, ordered), { objectMode: false }));
    },
  };
}

/** By one look over the reply, which may be a page of a thousand pictures. */
function inOrderOf(json: string, parts: readonly Part[]): Part[] {
  const byMarker = new Map(parts.map((part) => [part.marker, part]));
  const found = json.matchAll(MARKERS).map(([marker]) => byMarker.get(marker));
  return [...found].filter((part) => part !== undefined);
}

function sizeOf({ asset, prefix }: Part): number {
  return prefix.length + 4 * Math.ceil(asset.sizeBytes / 3);
}

async function* write(context: Context, json: string, parts: readonly Part[]): AsyncGenerator<Buffer> {
  let written = 0;
  for (const { marker, asset, prefix } of parts) {
    const at = json.indexOf(marker, written);
    yield Buffer.from(json.slice(written, at) + prefix);
    yield* base64Of(await readable(context, asset).open());
    written = at + marker.length;
  }
  yield Buffer.from(json.slice(written));
}

/** Base64 counts in threes; what is left of a chunk waits for the next. */
async function* base64Of(body: ReadableStream<Uint8Array>): AsyncGenerator<Buffer> {
  let left: Uint8Array = new Uint8Array();
  for await (const chunk of body) {
    const bytes = Buffer.concat([left, chunk]);
    const whole = bytes.length - (bytes.length % 3);
    left = bytes.subarray(whole);
    yield Buffer.from(bytes.toString('base64', 0, whole));
  }
  yield Buffer.from(Buffer.from(left).toString('base64'));
}
