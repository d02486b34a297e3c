import { ApiError, LIMITS } from '@openimagine/contract';
import type { FastifyInstance, FastifyRequest, preHandlerHookHandler } from 'fastify';
import { hasTooManyParts } from '../json-parts.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Of the body as it came; set once it was read. */
    bodyCharacters?: number;
  }
}

const EMPTY_BODY = 'The body is empty. Send a JSON object with `content-type: application/json`.';

/** Bodies are JSON or nothing. `null` and other bare values are left for the schemas to refuse. */
export function readJsonOnly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body: string, done) => {
    request.bodyCharacters = body.length;
    try {
      done(null, body.trim() === '' && !needsBody(request) ? undefined : parseJson(body, partsMaxOf(request)));
    } catch (error) {
      done(error as ApiError);
    }
  });
}

/** Without a body there is no content type to refuse, so the parser above never sees it. */
export const refuseMissingBody: preHandlerHookHandler = (request, _reply, next) => {
  if (request.body !== undefined || !needsBody(request)) next();
  else next(new ApiError('unsupported-media-type', EMPTY_BODY));
};

function needsBody({ method, routeOptions }: FastifyRequest): boolean {
  if (method !== 'POST' && method !== 'PUT') return false;
  const { endpoint } = routeOptions.config;
  if (endpoint === undefined) return true;
  // A form is read by its own route, which says what it misses.
  const { body } = endpoint;
  return body !== undefined && body.optional !== true && body.types?.includes('multipart/form-data') !== true;
}

function partsMaxOf({ routeOptions }: FastifyRequest): number {
  return routeOptions.config.endpoint?.body?.partsMax ?? LIMITS.bodyParts;
}

function parseJson(body: string, partsMax: number): unknown {
  if (body.trim() === '') throw new ApiError('unsupported-media-type', EMPTY_BODY);
  if (hasTooManyParts(body, partsMax)) {
    throw new ApiError(
      'invalid-argument',
      `The body has more than ${partsMax} commas and brackets; a request needs a few. Check how it is made.`,
    );
  }
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new ApiError('invalid-argument', `The body is not valid JSON: ${(cause as Error).message.slice(0, 200)}.`, {
      cause,
    });
  }
}
