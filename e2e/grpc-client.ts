import {
  create,
  type DescMessage,
  fromBinary,
  type MessageInitShape,
  type MessageShape,
  toBinary,
} from '@bufbuild/protobuf';
import { type CallOptions, type ChannelCredentials, Client, credentials, Metadata } from '@grpc/grpc-js';
import type { ServerProcess } from './server-process.ts';

const MiB = 1024 * 1024;

/** A method of one message to one, with what it takes and gives. */
export interface Method<I extends DescMessage, O extends DescMessage> {
  readonly path: string;
  readonly input: I;
  readonly output: O;
}

/** `@grpc/grpc-js` as anybody would use it, on this server. */
export interface GrpcClient {
  readonly raw: Client;
  /** With the key of the server, unless others are given. */
  metadata(fields?: Readonly<Record<string, string>>): Metadata;
  call<I extends DescMessage, O extends DescMessage>(
    method: Method<I, O>,
    message: MessageInitShape<I>,
    options?: CallOptions & { readonly metadata?: Metadata; readonly signal?: AbortSignal },
  ): Promise<MessageShape<O>>;
  close(): void;
}

export function createGrpcClient(
  { url, apiKey }: Pick<ServerProcess, 'url' | 'apiKey'>,
  {
    channel = credentials.createInsecure(),
    ...options
  }: { readonly channel?: ChannelCredentials; readonly [option: `grpc.${string}`]: number } = {},
): GrpcClient {
  const raw = new Client(new URL(url).host, channel, {
    'grpc.max_receive_message_length': 20 * MiB,
    'grpc.max_send_message_length': 20 * MiB,
    ...options,
  });
  const metadata: GrpcClient['metadata'] = (fields = {}) => {
    const given = new Metadata();
    for (const [name, value] of Object.entries({ authorization: `Bearer ${apiKey}`, ...fields }))
      given.set(name, value);
    return given;
  };
  return {
    raw,
    metadata,
    call: ({ path, input, output }, message, { metadata: given = metadata(), signal, ...rest } = {}) =>
      new Promise((resolve, reject) => {
        const call = raw.makeUnaryRequest(
          path,
          (each: MessageShape<typeof input>) => Buffer.from(toBinary(input, each)),
          (bytes: Buffer) => fromBinary(output, bytes),
          create(input, message),
          given,
          rest,
          (error, answer) => (error === null ? resolve(answer!) : reject(error)),
        );
        signal?.addEventListener('abort', () => call.cancel());
      }),
    close: () => raw.close(),
  };
}
