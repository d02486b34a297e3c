import { ApiError } from '@openimagine/contract';
import type { FastifyReply } from 'fastify';

/** Aborted when the client hangs up before its reply. What was accepted by then is finished and kept. */
export function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  const onClose = (): void => {
    if (!reply.raw.writableEnded) gone.abort(new ApiError('unavailable', 'The client has gone.'));
  };
  if (reply.raw.closed) onClose();
  else reply.raw.once('close', onClose);
  return gone.signal;
}
