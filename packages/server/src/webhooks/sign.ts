import { Webhook } from 'standardwebhooks';

/** What is sent, but for where to. */
export interface SignedMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/**
 * The headers of Standard Webhooks: one signature for each secret, with a space between.
 * @param message.at By the clock of the world: receivers compare it with theirs, and refuse what is five minutes off.
 * @param message.secrets At least one.
 */
export function signMessage(message: {
  readonly id: string;
  readonly body: string;
  readonly secrets: readonly string[];
  readonly at: Date;
}): SignedMessage {
  const { id, body, secrets, at } = message;
  const bytes = Buffer.from(body);
  return {
    headers: {
      'content-type': 'application/json',
      'content-length': String(bytes.byteLength),
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
    },
    body: bytes,
  };
}
