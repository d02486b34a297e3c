import { isIP, type LookupFunction, connect as openTcp, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { connect as openTls } from 'node:tls';
import { type buildConnector, Client } from 'undici';
import { VERSION } from '../version.ts';
import { FetchError, toFetchError } from './fetch-error.ts';
import type { Lifetime } from './lifetime.ts';
import type { FetchLimits } from './limits.ts';
import { socketHost } from './target-url.ts';

export interface Question {
  readonly url: URL;
  /** How a message calls the other side. */
  readonly site: string;
  /** Checked ones. No others are connected to. */
  readonly addresses: readonly string[];
  readonly accept: string;
  /** Absent: a GET. */
  readonly send?: Sent | undefined;
}

/** What is sent to the other side. */
export interface Sent {
  readonly method: 'PUT' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | Readable;
}

export interface Answer {
  readonly status: number;
  /** Every value of a header, in the order in which they came; none when it is absent. @param name In lower case. */
  headers(name: string): readonly string[];
  readonly body: Readable;
  /** Resolves when the connection is gone. */
  close(): Promise<void>;
}

/**
 * Sends one request on a connection of its own, which no other request ever uses, and waits for the headers of the answer. It
 * carries nothing that a caller of ours, or an earlier answer, has said: no cookies, credentials or referrer.
 * @throws {FetchError} when there is none; the reason of `life` once that is over.
 */
export async function openAnswer(question: Question, life: Lifetime, limits: FetchLimits): Promise<Answer> {
  const { url, site } = question;
  const client = new Client(url.origin, {
    connect: createConnector(question, life.signal),
    maxHeaderSize: limits.headerBytesMax,
    // Time is watched in one place, the lifetime: undici's timers are a second coarse.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const shut = (): Promise<void> => client.destroy();
  const onEnd = (): void => void shut();
  life.signal.addEventListener('abort', onEnd);
  try {
    const { statusCode, headers, body } = await life.race(
      client.request({
        method: question.send?.method ?? 'GET',
        path: `${url.pathname}${url.search}`,
        headers: {
          'user-agent': `OpenImagine/${VERSION}`,
          accept: question.accept,
          'accept-encoding': 'identity',
          ...question.send?.headers,
        },
        body: question.send?.body ?? null,
        reset: true,
        onInfo: countInterim(life, site, limits.interimAnswersMax),
      }),
    );
    // It is read by its iterator, which is told of every error too; one that comes while nobody reads is no crash.
    body.on('error', () => undefined);
    return {
      status: statusCode,
      headers: (name) => [headers[name] ?? []].flat(),
      body,
      close: async () => {
        life.signal.removeEventListener('abort', onEnd);
        await shut();
      },
    };
  } catch (error) {
    await shut();
    throw life.signal.aborted ? life.signal.reason : toFetchError(error, site);
  }
}

function countInterim(life: Lifetime, site: string, countMax: number): () => void {
  let count = 0;
  return () => {
    if (++count > countMax) life.fail(new FetchError('unreachable', `${site} sent interim answers without end.`));
  };
}

/** Connects to the checked addresses alone. The name is never resolved again: there is no second answer to fall for. */
function createConnector({ url, site, addresses }: Question, signal: AbortSignal): buildConnector.connector {
  let isUsed = false;
  return (_options, callback) => {
    if (isUsed || signal.aborted)
      return callback(new FetchError('unreachable', `${site} closed the connection.`), null);
    isUsed = true;
    const socket = openSocket(url, addresses);
    const onAbort = (): void => void socket.destroy();
    signal.addEventListener('abort', onAbort);
    let isOpen = false;
    socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
      isOpen = true;
      callback(null, socket);
    });
    socket.on('error', (error) => {
      if (!isOpen) callback(toFetchError(error, site), null);
    });
    socket.once('close', () => signal.removeEventListener('abort', onAbort));
  };
}

function openSocket(url: URL, addresses: readonly string[]): Socket {
  const host = socketHost(url);
  const options = {
    host,
    port: Number(url.port || (url.protocol === 'https:' ? 443 : 80)),
    lookup: lookupAmong(addresses),
    autoSelectFamily: true,
  };
  if (url.protocol === 'http:') return openTcp(options);
  return openTls({
    ...options,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    ALPNProtocols: ['http/1.1'],
    // Said, because an environment variable could otherwise turn it off.
    rejectUnauthorized: true,
  });
}

/** Called for names only; an address in the URL is connected to as it stands, and was checked so. */
function lookupAmong(addresses: readonly string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_hostname, { all }, callback) => {
    const [first] = found;
    if (all || first === undefined) callback(null, found);
    else callback(null, first.address, first.family);
  };
}
