/** Makes one gRPC call again and again over several connections, so many at once; prints what came of it as JSON. */
import { type ClientHttp2Session, connect } from 'node:http2';
import { quantile } from './report.ts';

const { url, path, key, message, connections, atOnce, seconds } = JSON.parse(process.argv[2]!) as {
  url: string;
  path: string;
  key: string;
  /** Base64. */
  message: string;
  connections: number;
  /** On each connection. */
  atOnce: number;
  seconds: number;
};
const body = Buffer.from(message, 'base64');
const prefix = Buffer.alloc(5);
prefix.writeUInt32BE(body.length, 1);
const framed = Buffer.concat([prefix, body]);
const headers = {
  ':method': 'POST',
  ':path': path,
  'content-type': 'application/grpc',
  te: 'trailers',
  authorization: `Bearer ${key}`,
};
const latencies: number[] = [];
let failures = 0;
const until = performance.now() + seconds * 1000;

await Promise.all(
  Array.from({ length: connections }, async () => {
    const session = connect(url);
    await Promise.all(Array.from({ length: atOnce }, () => callAgain(session)));
    session.close();
  }),
);
console.log(
  JSON.stringify({
    perSecond: latencies.length / seconds,
    p50Ms: Math.round(quantile(latencies, 0.5)),
    p99Ms: Math.round(quantile(latencies, 0.99)),
    failures,
  }),
);

async function callAgain(session: ClientHttp2Session): Promise<void> {
  while (performance.now() < until) {
    const since = performance.now();
    if (await call(session)) latencies.push(performance.now() - since);
    else failures++;
  }
}

/** @returns Whether it went well. */
function call(session: ClientHttp2Session): Promise<boolean> {
  return new Promise((resolve) => {
    const stream = session.request(headers);
    let isOk = false;
    stream.on('trailers', (trailers) => (isOk = trailers['grpc-status'] === '0'));
    stream.on('error', () => undefined);
    stream.on('close', () => resolve(isOk));
    stream.resume();
    stream.end(framed);
  });
}
