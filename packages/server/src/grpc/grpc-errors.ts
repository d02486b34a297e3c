import { create } from '@bufbuild/protobuf';
import { durationFromMs } from '@bufbuild/protobuf/wkt';
import { Code, ConnectError, type Interceptor } from '@connectrpc/connect';
import { ApiError, ERROR_REASONS, grpcStatusOfError } from '@openimagine/contract';
import type { Logger } from '@openimagine/engines';
import { callKey } from './call.ts';
import {
  type BadRequest,
  BadRequestSchema,
  ErrorInfoSchema,
  RetryInfoSchema,
} from './gen/google/rpc/error_details_pb.ts';

const DOMAIN = 'openimagine';
/** The id that the log knows a call by. */
const REQUEST_ID = 'x-request-id';

/** Makes every failure a status of gRPC with a sentence, and keeps stacks and paths in the log. */
export function answerErrors(log: Logger): Interceptor {
  return (next) => async (request) => {
    const requestId = request.contextValues.get(callKey)?.requestId ?? '';
    const told = (error: unknown): ConnectError => {
      if (error instanceof ConnectError) return error;
      const fault = { requestId, method: request.method.name, error };
      // What fails once the client has gone, fails because of that; anybody can go, as often as they like.
      if (request.signal.aborted) log.debug('call broken off', fault);
      else if (!(error instanceof ApiError) || error.code === 'internal-error') log.error('call failed', fault);
      return toConnectError(error, requestId);
    };
    try {
      const response = await next(request);
      if (!response.stream) return response;
      return { ...response, message: tellErrors(response.message, told) };
    } catch (error) {
      throw told(error);
    }
  };
}

async function* tellErrors<T>(messages: AsyncIterable<T>, told: (error: unknown) => ConnectError): AsyncIterable<T> {
  try {
    yield* messages;
  } catch (error) {
    throw told(error);
  }
}

/** An error in gRPC's words. What is not meant for the caller is told as a fault of the server. */
export function toConnectError(error: unknown, requestId: string): ConnectError {
  const metadata = { [REQUEST_ID]: requestId };
  if (!(error instanceof ApiError)) {
    const message = 'The server failed to answer. Nothing was billed; its log has the details under this request id.';
    return new ConnectError(`${message} (${requestId})`, Code.Internal, metadata);
  }
  const { code, message, details, retryAfterSeconds } = error;
  const told = new ConnectError(message, grpcStatusOfError(error) as Code, metadata, [
    { desc: ErrorInfoSchema, value: { reason: code, domain: DOMAIN, metadata: { request_id: requestId } } },
  ]);
  if (details.length > 0) told.details.push({ desc: BadRequestSchema, value: badRequest(details) });
  if (retryAfterSeconds !== undefined) {
    const retryDelay = durationFromMs(Math.ceil(retryAfterSeconds) * 1000);
    told.details.push({ desc: RetryInfoSchema, value: create(RetryInfoSchema, { retryDelay }) });
  }
  return told;
}

/** Which parts of a request are at fault, and why. */
export function badRequest(details: readonly { readonly input: string; readonly reason: string }[]): BadRequest {
  const reasons: Readonly<Record<string, string>> = ERROR_REASONS;
  const fieldViolations = details.map(({ input, reason }) => ({
    field: input,
    reason,
    description: reasons[reason] ?? '',
  }));
  return create(BadRequestSchema, { fieldViolations });
}
