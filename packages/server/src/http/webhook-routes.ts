import {
  readSecretOverlap,
  readWebhookEndpointOrder,
  readWebhookMessagePage,
  type WebhookEndpointList,
  type WebhookMessageList,
} from '@openimagine/contract';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.ts';
import { createWebhookEndpoint, type EndpointWithSecret } from '../operations/create-webhook-endpoint.ts';
import { deleteWebhookEndpoint } from '../operations/delete-webhook-endpoint.ts';
import { getWebhookEndpoint, listWebhookEndpoints } from '../operations/list-webhook-endpoints.ts';
import { getWebhookMessage, listWebhookMessages } from '../operations/list-webhook-messages.ts';
import { replayWebhookMessage } from '../operations/replay-webhook-message.ts';
import { disableWebhookEndpoint, enableWebhookEndpoint } from '../operations/switch-webhook-endpoint.ts';
import { getTeamSecret, rotateEndpointSecret, rotateTeamSecret } from '../operations/webhook-secrets.ts';
import { encodeEndpoint, encodeMessage, encodeMessageDetail, encodeTeamSecret } from './encode-webhook.ts';
import { withIdempotentReply } from './idempotent-reply.ts';

interface EndpointParams {
  Params: { endpoint_id: string };
}
interface MessageParams {
  Params: { message_id: string };
}

const withSecret = ({ endpoint, secret }: EndpointWithSecret) => ({ ...encodeEndpoint(endpoint), secret });

/** Who is told, and what became of it. */
export function webhookRoutes(app: FastifyInstance, context: Context): void {
  endpointRoutes(app, context);
  messageRoutes(app, context);
  app.get('/v1/webhook-secret', async ({ caller }) => encodeTeamSecret(await getTeamSecret(context, caller)));
  app.post('/v1/webhook-secret/rotate', (request, reply) =>
    withIdempotentReply(context, request, reply, async (keep) => {
      const overlap = readSecretOverlap(request.body);
      const rotated = await rotateTeamSecret(context, request.caller, overlap, (tx, made) =>
        keep(tx, encodeTeamSecret(made)),
      );
      return encodeTeamSecret(rotated);
    }),
  );
}

function endpointRoutes(app: FastifyInstance, context: Context): void {
  app.post('/v1/webhook-endpoints', (request, reply) =>
    withIdempotentReply(context, request, reply, async (keep) => {
      const order = readWebhookEndpointOrder(request.body);
      const made = await createWebhookEndpoint(context, request.caller, order, (tx, endpoint) =>
        keep(tx, withSecret(endpoint)),
      );
      return withSecret(made);
    }),
  );
  app.get('/v1/webhook-endpoints', async ({ caller }): Promise<WebhookEndpointList> => {
    const endpoints = await listWebhookEndpoints(context, caller);
    return { object: 'list', data: endpoints.map(encodeEndpoint) };
  });
  app.get<EndpointParams>('/v1/webhook-endpoints/:endpoint_id', async ({ caller, params }) =>
    encodeEndpoint(await getWebhookEndpoint(context, caller, params.endpoint_id)),
  );
  app.delete<EndpointParams>('/v1/webhook-endpoints/:endpoint_id', async ({ caller, params }) => {
    await deleteWebhookEndpoint(context, caller, params.endpoint_id);
    return { id: params.endpoint_id, object: 'webhook_endpoint', deleted: true };
  });
  app.post<EndpointParams>('/v1/webhook-endpoints/:endpoint_id/rotate-secret', (request, reply) =>
    withIdempotentReply(context, request, reply, async (keep) => {
      const rotation = {
        endpointId: request.params.endpoint_id,
        overlapSeconds: readSecretOverlap(request.body),
      };
      const rotated = await rotateEndpointSecret(context, request.caller, rotation, (tx, made) =>
        keep(tx, withSecret(made)),
      );
      return withSecret(rotated);
    }),
  );
  app.post<EndpointParams>('/v1/webhook-endpoints/:endpoint_id/disable', async ({ caller, params }) =>
    encodeEndpoint(await disableWebhookEndpoint(context, caller, params.endpoint_id)),
  );
  app.post<EndpointParams>('/v1/webhook-endpoints/:endpoint_id/enable', async ({ caller, params }) =>
    encodeEndpoint(await enableWebhookEndpoint(context, caller, params.endpoint_id)),
  );
}

function messageRoutes(app: FastifyInstance, context: Context): void {
  app.get('/v1/webhook-messages', async ({ caller, query }): Promise<WebhookMessageList> => {
    const { messages, next } = await listWebhookMessages(context, caller, readWebhookMessagePage(query));
    return {
      object: 'list',
      data: messages.map(encodeMessage),
      pagination_token: next ?? null,
      has_more: next !== undefined,
    };
  });
  app.get<MessageParams>('/v1/webhook-messages/:message_id', async ({ caller, params }) => {
    const { message, attempts } = await getWebhookMessage(context, caller, params.message_id);
    return encodeMessageDetail(message, attempts);
  });
  app.post<MessageParams>('/v1/webhook-messages/:message_id/replay', (request, reply) =>
    withIdempotentReply(context, request, reply, async () =>
      encodeMessage(await replayWebhookMessage(context, request.caller, request.params.message_id)),
    ),
  );
}
