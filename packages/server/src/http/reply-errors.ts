import { ApiError, ERRORS, type ErrorBody, LIMITS } from '@openimagine/contract';
import type { Logger } from '@openimagine/engines';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Makes every failure a reply of one shape, and keeps stacks, paths and queries in the log. */
export function answerErrors(app: FastifyInstance, log: Logger): void {
  const methodsOf = rememberRoutes(app);
  const answerNotFound = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const allowed = methodsOf(request.url);
    if (allowed.length > 0) {
      reply.header('allow', allowed.join(', '));
      return sendError(
        request,
        reply,
        new ApiError('method-not-allowed', `${request.method} is not possible here. Use ${allowed.join(' or ')}.`),
      );
    }
    return sendError(
      request,
      reply,
      new ApiError(
        'not-found',
        `There is no ${request.method} ${shownPath(request.url)}. The routes are listed at /docs.`,
      ),
    );
  };
  app.setErrorHandler((error: FastifyError, request, reply) => {
    // Whether there is such a route matters more than what is wrong with the body that came to it.
    if (request.is404) return answerNotFound(request, reply);
    const apiError = toApiError(error, request.routeOptions.bodyLimit);
    if (apiError.code === 'internal-error') {
      log.error('request failed', {
        requestId: request.id,
        method: request.method,
        path: request.routeOptions.url,
        error,
      });
    }
    return sendError(request, reply, apiError);
  });
  app.setNotFoundHandler(answerNotFound);
}

/** Notes each route as it is registered. @returns The methods that a path has. */
function rememberRoutes(app: FastifyInstance): (url: string) => string[] {
  const routes: { readonly pattern: RegExp; readonly fixedCharacters: number; readonly methods: readonly string[] }[] =
    [];
  app.addHook('onRoute', ({ url, method }) => {
    const parts = url.split(/(::|:\w+(?:\([^)]*\))?)/);
    const pattern = new RegExp(`^${parts.map((part, at) => (at % 2 === 0 ? literal(part) : anyOf(part))).join('')}$`);
    const fixedCharacters = parts.filter((part) => part === '::' || !part.startsWith(':')).join('').length;
    routes.push({ pattern, fixedCharacters, methods: Array.isArray(method) ? method : [method] });
  });
  return (url) => {
    const path = pathOf(url).replace(/(?<=.)\/+$/, '');
    const fitting = routes.filter(({ pattern }) => pattern.test(path));
    // `/v1/videos/edits` would also be the name of a video: what says most is meant.
    const most = Math.max(...fitting.map(({ fixedCharacters }) => fixedCharacters));
    const meant = fitting.filter(({ fixedCharacters }) => fixedCharacters === most);
    return [...new Set(meant.flatMap(({ methods }) => methods))].sort();
  };
}

/** A doubled colon stands for itself, anything else for a part of the path. */
function anyOf(parameter: string): string {
  return parameter === '::' ? ':' : '[^/]+';
}

function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Sends an error in the shape that all clients read. */
export function sendError(request: FastifyRequest, reply: FastifyReply, error: ApiError): FastifyReply {
  const { code, message } = error;
  if (error.retryAfterSeconds !== undefined) reply.header('retry-after', String(Math.ceil(error.retryAfterSeconds)));
  if (code === 'unauthenticated') reply.header('www-authenticate', 'Bearer');
  const body: ErrorBody = {
    code,
    error: message,
    request_id: request.id,
    ...(error.billedTicks === undefined ? {} : { usage: { cost_in_usd_ticks: error.billedTicks } }),
    ...(error.details.length === 0 ? {} : { details: [...error.details] }),
  };
  reply.header('cache-control', 'no-store');
  return reply.code(ERRORS[code].http).type('application/json; charset=utf-8').send(JSON.stringify(body));
}

/** Reads Fastify's own errors; whatever is unknown is a fault of ours. @param bodyLimit Of the route, in bytes. */
export function toApiError(error: FastifyError, bodyLimit: number = LIMITS.textBodyBytes): ApiError {
  if (error instanceof ApiError) return error;
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new ApiError(
        'payload-too-large',
        `The request body is too large for this route: at most ${bodyLimit / 1024 / 1024} MiB of JSON are read. Shorten it, or send URLs instead of data URLs.`,
      );
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_ERR_CTP_EMPTY_TYPE':
      return new ApiError(
        'unsupported-media-type',
        'The body must be JSON, sent with `content-type: application/json`.',
      );
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return new ApiError('invalid-argument', 'The body is shorter or longer than its `content-length` says.');
    case 'FST_ERR_BAD_URL':
      return new ApiError('invalid-argument', 'The path of the URL is not valid: check its percent-encoding.');
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return new ApiError('not-found', 'There is nothing under so long a name.');
    default:
      if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
        return new ApiError('invalid-argument', `The request cannot be read: ${error.message}.`, { cause: error });
      }
      return new ApiError(
        'internal-error',
        'The server failed to answer. Nothing was billed; its log has the details under this request id.',
        { cause: error },
      );
  }
}

/** The path of a request's target, also where a proxy's client sends the whole URL. */
export function pathOf(target: string): string {
  const path = target.split('?', 1)[0]!;
  return path.startsWith('/') ? path : (URL.parse(path)?.pathname ?? path);
}

function shownPath(url: string): string {
  const path = pathOf(url);
  return path.length > 100 ? `${path.slice(0, 100)}…` : path;
}
