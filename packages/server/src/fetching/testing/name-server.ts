import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { type Answer, decode, encode, RECURSION_AVAILABLE, RECURSION_DESIRED } from 'dns-packet';
import type { Zone, ZoneAnswer } from './zone.ts';

const RESPONSE_CODES = { none: 3, refused: 5, found: 0 } as const;

export interface NameServer extends AsyncDisposable {
  /** `127.0.0.1:53111` */
  readonly server: string;
}

/** A real DNS server on UDP and loopback, which answers from a zone. Every answer may be kept for no time at all. */
export async function startNameServer(zone: Zone): Promise<NameServer> {
  const socket = createSocket('udp4');
  socket.on('message', (message, from) => {
    const { id, questions = [] } = decode(message);
    const [question] = questions;
    if (question === undefined) return;
    const answer = zone.ask(question.name, question.type === 'AAAA' ? 6 : 4);
    const response = encode({
      type: 'response',
      ...(id === undefined ? {} : { id }),
      flags: RECURSION_DESIRED | RECURSION_AVAILABLE | RESPONSE_CODES[answer.kind],
      questions,
      answers: recordsOf(question.name, answer),
    });
    socket.send(response, from.port, from.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    server: `127.0.0.1:${socket.address().port}`,
    async [Symbol.asyncDispose]() {
      socket.close();
      await once(socket, 'close');
    },
  };
}

function recordsOf(name: string, answer: ZoneAnswer): Answer[] {
  if (answer.kind !== 'found') return [];
  const owners = [name, ...answer.aliases];
  return [
    ...answer.aliases.map((data, index): Answer => ({ type: 'CNAME', name: owners[index] ?? name, ttl: 0, data })),
    ...answer.addresses.map(
      (data): Answer => ({ type: data.includes(':') ? 'AAAA' : 'A', name: owners.at(-1) ?? name, ttl: 0, data }),
    ),
  ];
}
