import { z } from 'zod';
import { ERRORS, type ErrorCode } from './errors.ts';
import { CreateImageBody, EditImageBody, ImageResponse } from './images.ts';
import { CreatedKey, CreateKeyBody, ManagedKeyList, ManagementKeyInfo } from './keys.ts';
import {
  ApiKeyInfo,
  ErrorBody,
  ImageGenerationModel,
  ImageGenerationModelList,
  ModelEntry,
  ModelList,
  NoModels,
  VideoGenerationModel,
  VideoGenerationModelList,
} from './listings.ts';
import { CreateVideoBody, EditVideoBody, ExtendVideoBody, VideoCreated, VideoStatus } from './videos.ts';

/** One HTTP endpoint of the public API. The server registers exactly these, and a test holds the two together. */
export interface Endpoint {
  readonly method: 'get' | 'post' | 'delete';
  /** With `{name}` for parameters. */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly tag: 'Images' | 'Videos' | 'Models' | 'Account' | 'Keys' | 'System';
  readonly needsKey: boolean;
  /** True where the key must be the management key of the data folder. */
  readonly needsManagementKey?: boolean;
  readonly body?: { readonly name: string; readonly schema: z.ZodType };
  readonly replies: Readonly<
    Record<
      number,
      { readonly description: string; readonly name?: string; readonly schema?: z.ZodType; readonly type?: string }
    >
  >;
  readonly errors: readonly ErrorCode[];
  /** True where an `Idempotency-Key` header is honoured. */
  readonly idempotent?: boolean;
}

const CREATING: readonly ErrorCode[] = [
  'invalid-argument',
  'imagine:content-moderated',
  'unauthenticated',
  'insufficient-credits',
  'permission-denied',
  'not-found',
  'payload-too-large',
  'unsupported-media-type',
  'unprocessable',
  'idempotency-mismatch',
  'resource-exhausted',
  'unavailable',
];
const READING: readonly ErrorCode[] = ['unauthenticated', 'permission-denied'];
const READING_ONE: readonly ErrorCode[] = [...READING, 'not-found'];

function reply(name: string, schema: z.ZodType, description: string): Endpoint['replies'][number] {
  return { name, schema, description };
}

export const ENDPOINTS: readonly Endpoint[] = [
  {
    method: 'post',
    path: '/v1/images/generations',
    operationId: 'createImage',
    summary: 'Draw pictures from a prompt, and wait for them',
    tag: 'Images',
    needsKey: true,
    body: { name: 'CreateImage', schema: CreateImageBody },
    replies: { 200: reply('ImageResponse', ImageResponse, 'The pictures, in order.') },
    errors: CREATING,
    idempotent: true,
  },
  {
    method: 'post',
    path: '/v1/images/edits',
    operationId: 'editImage',
    summary: 'Change pictures by an instruction, and wait for them',
    tag: 'Images',
    needsKey: true,
    body: { name: 'EditImage', schema: EditImageBody },
    replies: { 200: reply('ImageResponse', ImageResponse, 'The pictures, in order.') },
    errors: CREATING,
    idempotent: true,
  },
  {
    method: 'post',
    path: '/v1/videos/edits',
    operationId: 'editVideo',
    summary: 'Start the edit of a video by an instruction',
    tag: 'Videos',
    needsKey: true,
    body: { name: 'EditVideo', schema: EditVideoBody },
    replies: { 200: reply('VideoCreated', VideoCreated, 'Accepted; poll with the id.') },
    errors: CREATING,
    idempotent: true,
  },
  {
    method: 'post',
    path: '/v1/videos/extensions',
    operationId: 'extendVideo',
    summary: 'Start to make a video longer',
    tag: 'Videos',
    needsKey: true,
    body: { name: 'ExtendVideo', schema: ExtendVideoBody },
    replies: { 200: reply('VideoCreated', VideoCreated, 'Accepted; poll with the id.') },
    errors: CREATING,
    idempotent: true,
  },
  {
    method: 'post',
    path: '/v1/videos/generations',
    operationId: 'createVideo',
    summary: 'Start a video from a prompt, a picture, references, or frames',
    tag: 'Videos',
    needsKey: true,
    body: { name: 'CreateVideo', schema: CreateVideoBody },
    replies: { 200: reply('VideoCreated', VideoCreated, 'Accepted; poll with the id.') },
    errors: CREATING,
    idempotent: true,
  },
  {
    method: 'get',
    path: '/v1/videos/{request_id}',
    operationId: 'getVideo',
    summary: 'Ask how a video is getting on',
    tag: 'Videos',
    needsKey: true,
    replies: {
      200: reply('VideoStatus', VideoStatus, 'Done, failed or expired.'),
      202: reply('VideoStatus', VideoStatus, 'Pending, with its progress in percent.'),
    },
    errors: READING_ONE,
  },
  {
    method: 'get',
    path: '/v1/models',
    operationId: 'listModels',
    summary: 'All models',
    tag: 'Models',
    needsKey: true,
    replies: { 200: reply('ModelList', ModelList, 'The models that this key may use.') },
    errors: READING,
  },
  {
    method: 'get',
    path: '/v1/models/{model_id}',
    operationId: 'getModel',
    summary: 'One model, by id or alias',
    tag: 'Models',
    needsKey: true,
    replies: { 200: reply('Model', ModelEntry, 'The model.') },
    errors: READING_ONE,
  },
  {
    method: 'get',
    path: '/v1/image-generation-models',
    operationId: 'listImageModels',
    summary: 'Models that draw pictures',
    tag: 'Models',
    needsKey: true,
    replies: { 200: reply('ImageGenerationModelList', ImageGenerationModelList, 'With price and prompt length.') },
    errors: READING,
  },
  {
    method: 'get',
    path: '/v1/image-generation-models/{model_id}',
    operationId: 'getImageModel',
    summary: 'One model that draws pictures',
    tag: 'Models',
    needsKey: true,
    replies: { 200: reply('ImageGenerationModel', ImageGenerationModel, 'The model.') },
    errors: READING_ONE,
  },
  {
    method: 'get',
    path: '/v1/video-generation-models',
    operationId: 'listVideoModels',
    summary: 'Models that make videos',
    tag: 'Models',
    needsKey: true,
    replies: { 200: reply('VideoGenerationModelList', VideoGenerationModelList, 'The models.') },
    errors: READING,
  },
  {
    method: 'get',
    path: '/v1/video-generation-models/{model_id}',
    operationId: 'getVideoModel',
    summary: 'One model that makes videos',
    tag: 'Models',
    needsKey: true,
    replies: { 200: reply('VideoGenerationModel', VideoGenerationModel, 'The model.') },
    errors: READING_ONE,
  },
  {
    method: 'get',
    path: '/v1/language-models',
    operationId: 'listLanguageModels',
    summary: 'No models: this server writes no text',
    tag: 'Models',
    needsKey: true,
    replies: { 200: reply('NoModels', NoModels, 'An empty list.') },
    errors: READING,
  },
  {
    method: 'get',
    path: '/v1/embedding-models',
    operationId: 'listEmbeddingModels',
    summary: 'No models: this server embeds no text',
    tag: 'Models',
    needsKey: true,
    replies: { 200: reply('NoModels', NoModels, 'An empty list.') },
    errors: READING,
  },
  {
    method: 'get',
    path: '/v1/api-key',
    operationId: 'getApiKey',
    summary: 'The key that asks',
    tag: 'Account',
    needsKey: true,
    replies: { 200: reply('ApiKeyInfo', ApiKeyInfo, 'Without its secret.') },
    errors: READING,
  },
  {
    method: 'get',
    path: '/auth/management-keys/validation',
    operationId: 'validateManagementKey',
    summary: 'The team that the management key is for',
    tag: 'Keys',
    needsKey: true,
    needsManagementKey: true,
    replies: { 200: reply('ManagementKeyInfo', ManagementKeyInfo, 'It is valid.') },
    errors: ['unauthenticated'],
  },
  {
    method: 'get',
    path: '/auth/teams/{team_id}/api-keys',
    operationId: 'listKeys',
    summary: 'All keys of a team',
    tag: 'Keys',
    needsKey: true,
    needsManagementKey: true,
    replies: { 200: reply('ManagedKeyList', ManagedKeyList, 'Without their secrets, oldest first.') },
    errors: ['unauthenticated', 'not-found'],
  },
  {
    method: 'post',
    path: '/auth/teams/{team_id}/api-keys',
    operationId: 'createKey',
    summary: 'Make a key',
    tag: 'Keys',
    needsKey: true,
    needsManagementKey: true,
    body: { name: 'CreateKey', schema: CreateKeyBody },
    replies: { 200: reply('CreatedKey', CreatedKey, 'With the key itself, this once.') },
    errors: [
      'invalid-argument',
      'unauthenticated',
      'not-found',
      'payload-too-large',
      'unsupported-media-type',
      'unprocessable',
    ],
  },
  {
    method: 'delete',
    path: '/auth/api-keys/{api_key_id}',
    operationId: 'revokeKey',
    summary: 'Revoke a key at once',
    tag: 'Keys',
    needsKey: true,
    needsManagementKey: true,
    replies: { 200: { description: 'The key is unknown from now on.', type: 'application/json' } },
    errors: ['unauthenticated', 'not-found'],
  },
  {
    method: 'get',
    path: '/healthz',
    operationId: 'getHealth',
    summary: 'Is the process alive',
    tag: 'System',
    needsKey: false,
    replies: { 200: { description: 'It is.', type: 'application/json' } },
    errors: [],
  },
  {
    method: 'get',
    path: '/readyz',
    operationId: 'getReadiness',
    summary: 'Can the server take work',
    tag: 'System',
    needsKey: false,
    replies: { 200: { description: 'It can.', type: 'application/json' } },
    errors: ['unavailable'],
  },
  {
    method: 'get',
    path: '/metrics',
    operationId: 'getMetrics',
    summary: 'Counters and gauges for Prometheus',
    tag: 'System',
    needsKey: false,
    replies: { 200: { description: 'Prometheus text format.', type: 'text/plain' } },
    errors: [],
  },
];

/**
 * The OpenAPI 3.1 document, made from the schemas that validate requests.
 * @param serverUrl Where this server is reached, without a trailing slash.
 */
export function createOpenApi(serverUrl: string, version: string): Record<string, unknown> {
  const schemas: Record<string, unknown> = { Error: jsonSchema(ErrorBody) };
  const paths: Record<string, Record<string, unknown>> = {};
  for (const endpoint of ENDPOINTS) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method]: describeEndpoint(endpoint, schemas) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'OpenImagine',
      version,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description:
        'The Grok Imagine API that you run yourself: pictures, and videos with sound, from text, pictures and videos.',
    },
    servers: [{ url: serverUrl }],
    paths,
    components: { schemas, securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
  };
}

function describeEndpoint(endpoint: Endpoint, schemas: Record<string, unknown>): Record<string, unknown> {
  const parameters = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map((match) => ({
    name: match[1],
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const headers = endpoint.idempotent
    ? [
        {
          name: 'Idempotency-Key',
          in: 'header',
          required: false,
          schema: { type: 'string', maxLength: 255 },
          description: 'The same key and body give the same reply and are billed once.',
        },
      ]
    : [];
  if (endpoint.body !== undefined) schemas[endpoint.body.name] = jsonSchema(endpoint.body.schema);
  return {
    operationId: endpoint.operationId,
    summary: endpoint.summary,
    tags: [endpoint.tag],
    security: endpoint.needsKey ? [{ key: [] }] : [],
    ...(parameters.length + headers.length > 0 ? { parameters: [...parameters, ...headers] } : {}),
    ...(endpoint.body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: ref(endpoint.body.name) } } } }),
    responses: { ...describeReplies(endpoint, schemas), ...describeErrors(endpoint.errors) },
  };
}

function describeReplies(endpoint: Endpoint, schemas: Record<string, unknown>): Record<string, unknown> {
  const replies: Record<string, unknown> = {};
  for (const [status, { description, name, schema, type }] of Object.entries(endpoint.replies)) {
    if (name !== undefined && schema !== undefined) schemas[name] = jsonSchema(schema);
    const content =
      name === undefined ? { [type ?? 'application/json']: {} } : { 'application/json': { schema: ref(name) } };
    replies[status] = { description, content };
  }
  return replies;
}

function describeErrors(codes: readonly ErrorCode[]): Record<string, unknown> {
  const byStatus = Map.groupBy(codes, (code) => ERRORS[code].http);
  return Object.fromEntries(
    [...byStatus].map(([status, same]) => [
      status,
      {
        description: same.map((code) => `\`${code}\`: ${ERRORS[code].meaning}`).join('\n\n'),
        content: { 'application/json': { schema: ref('Error') } },
      },
    ]),
  );
}

function ref(name: string): { $ref: string } {
  return { $ref: `#/components/schemas/${name}` };
}

function jsonSchema(schema: z.ZodType): unknown {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return rest;
}
