import type { OutgoingHttpHeader, OutgoingHttpHeaders } from 'node:http';
import { Http2ServerResponse, type ServerHttp2Stream } from 'node:http2';

/** Of one connection, in HTTP/1; HTTP/2 forbids them. */
const HOP_BY_HOP: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'upgrade',
]);

/** A response that routes written for HTTP/1 can answer with: what only HTTP/1 knows is left out. */
export class H2Response extends Http2ServerResponse {
  override setHeader(name: string, value: number | string | readonly string[]): void {
    if (!HOP_BY_HOP.has(name.toLowerCase())) super.setHeader(name, value);
  }

  override writeHead(statusCode: number, headers?: OutgoingHttpHeaders): this;
  override writeHead(statusCode: number, statusMessage: string, headers?: OutgoingHttpHeaders): this;
  override writeHead(statusCode: number, ...rest: readonly (string | OutgoingHttpHeaders | undefined)[]): this {
    const headers = rest.find((each) => typeof each === 'object') ?? {};
    return super.writeHead(statusCode, Object.fromEntries(Object.entries(headers).filter(isAllowed)));
  }
}

// Declared by the types, and missing from the class.
Object.defineProperties(H2Response.prototype, {
  closed: { get: streamed((stream) => stream.closed) },
  destroyed: { get: streamed((stream) => stream.destroyed) },
});

function streamed(read: (stream: ServerHttp2Stream) => boolean): (this: H2Response) => boolean {
  return function () {
    return read(this.stream);
  };
}

function isAllowed([name]: readonly [string, OutgoingHttpHeader | undefined]): boolean {
  return !HOP_BY_HOP.has(name.toLowerCase());
}
