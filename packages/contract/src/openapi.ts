import { z } from 'zod';
import { ENDPOINTS, type Endpoint } from './endpoints/index.ts';
import { ERRORS } from './errors.ts';
import { ErrorBody } from './listings.ts';
import { PriceQuote } from './quotes.ts';

/**
 * The OpenAPI 3.1 document, made from the schemas that validate requests.
 * @param serverUrl Where this server is reached, without a trailing slash.
 * @param isEmulator True: with the endpoints that only an emulating server has.
 */
export function createOpenApi(serverUrl: string, version: string, isEmulator = false): Record<string, unknown> {
  const schemas: Record<string, unknown> = { Error: replySchema(ErrorBody) };
  const paths: Record<string, Record<string, unknown>> = {};
  for (const endpoint of ENDPOINTS.filter(({ emulatorOnly = false }) => isEmulator || !emulatorOnly)) {
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
    components: { schemas, headers: HEADERS, securitySchemes: SECURITY },
  };
}

const SECURITY = {
  key: { type: 'http', scheme: 'bearer', description: 'An API key.' },
  managementKey: { type: 'http', scheme: 'bearer', description: 'The management key of the data folder.' },
};

const HEADERS = {
  RequestId: { description: 'Names this call in the log.', required: true, schema: { type: 'string' } },
  RetryAfter: { description: 'Seconds after which the same call is worth sending again.', schema: { type: 'integer' } },
  RateLimit: { description: 'What is left of the limits of the key, and until when.', schema: { type: 'string' } },
  RateLimitPolicy: { description: 'The limits of the key.', schema: { type: 'string' } },
  Challenge: { description: 'How to authenticate.', required: true, schema: { const: 'Bearer' } },
  Replayed: { description: 'The reply is that of an earlier call with the same key.', schema: { const: 'true' } },
};

function describeEndpoint(endpoint: Endpoint, schemas: Record<string, unknown>): Record<string, unknown> {
  const parameters = [...pathParameters(endpoint), ...queryParameters(endpoint), ...headerParameters(endpoint)];
  return {
    operationId: endpoint.operationId,
    summary: endpoint.summary,
    tags: [endpoint.tag],
    security: endpoint.needsKey ? [{ [endpoint.needsManagementKey ? 'managementKey' : 'key']: [] }] : [],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...describeBody(endpoint, schemas),
    responses: { ...describeReplies(endpoint, schemas), ...describeErrors(endpoint) },
  };
}

function pathParameters({ path }: Endpoint): object[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map((match) => ({
    name: match[1],
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters({ query }: Endpoint): object[] {
  if (query === undefined) return [];
  const { properties = {}, required = [] } = jsonSchema(query) as {
    properties?: Record<string, { description?: string }>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
    ...(description === undefined ? {} : { description }),
  }));
}

function headerParameters({ idempotent = false, quotable = false }: Endpoint): object[] {
  const header = (name: string, schema: object, description: string): object => ({
    name,
    in: 'header',
    required: false,
    schema,
    description,
  });
  return [
    ...(idempotent
      ? [
          header(
            'Idempotency-Key',
            { type: 'string', maxLength: 255 },
            'The same key and body give the same reply and are billed once.',
          ),
        ]
      : []),
    ...(quotable
      ? [header('X-Dry-Run', { type: 'string', enum: ['true', 'false'] }, '`true`: the price, and nothing else.')]
      : []),
  ];
}

function describeBody({ body }: Endpoint, schemas: Record<string, unknown>): object {
  // What is accepted because some clients always send a body is nothing to be told.
  if (body === undefined || isEmptyObject(body.schema)) return {};
  schemas[body.name] = jsonSchema(body.schema);
  const { types = ['application/json'], optional = false } = body;
  const content = Object.fromEntries(types.map((type) => [type, { schema: ref(body.name) }]));
  return { requestBody: { required: !optional, content } };
}

function isEmptyObject(schema: z.ZodType): boolean {
  return schema instanceof z.ZodObject && Object.keys(schema.shape).length === 0;
}

function describeReplies(endpoint: Endpoint, schemas: Record<string, unknown>): Record<string, unknown> {
  const replies: Record<string, unknown> = {};
  if (endpoint.quotable) schemas.PriceQuote = replySchema(PriceQuote);
  const schemaOf = (name: string): object =>
    endpoint.quotable ? { anyOf: [ref(name), ref('PriceQuote')] } : ref(name);
  for (const [status, { description, name, schema, type }] of Object.entries(endpoint.replies)) {
    if (name !== undefined && schema !== undefined) schemas[name] = replySchema(schema);
    const content =
      name === undefined ? { [type ?? 'application/json']: {} } : { 'application/json': { schema: schemaOf(name) } };
    const hasNoBody = Number(status) === 204;
    replies[status] = { description, headers: headersOf(endpoint, Number(status)), ...(hasNoBody ? {} : { content }) };
  }
  return replies;
}

function describeErrors(endpoint: Endpoint): Record<string, unknown> {
  const byStatus = Map.groupBy(new Set(endpoint.errors), (code) => ERRORS[code].http);
  return Object.fromEntries(
    [...byStatus].map(([status, same]) => [
      status,
      {
        description: same.map((code) => `\`${code}\`: ${ERRORS[code].meaning}`).join('\n\n'),
        headers: headersOf(endpoint, status),
        content: { 'application/json': { schema: ref('Error') } },
      },
    ]),
  );
}

function headersOf({ needsKey, needsManagementKey = false, idempotent = false }: Endpoint, status: number): object {
  const header = (name: keyof typeof HEADERS): object => ({ $ref: `#/components/headers/${name}` });
  const isLimited = needsKey && !needsManagementKey && status !== 401;
  return {
    'x-request-id': header('RequestId'),
    ...(status === 401 ? { 'www-authenticate': header('Challenge') } : {}),
    ...(status === 429 || status === 503 ? { 'retry-after': header('RetryAfter') } : {}),
    ...(isLimited ? { ratelimit: header('RateLimit'), 'ratelimit-policy': header('RateLimitPolicy') } : {}),
    ...(idempotent && status < 300 ? { 'idempotent-replayed': header('Replayed') } : {}),
  };
}

function ref(name: string): { $ref: string } {
  return { $ref: `#/components/schemas/${name}` };
}

/** Of a request. */
function jsonSchema(schema: z.ZodType): unknown {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return rest;
}

/** Of a reply: clients are to ignore what they do not know, for more fields will come. */
function replySchema(schema: z.ZodType): unknown {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io: 'output',
    override: ({ jsonSchema: described }) => {
      if (described.additionalProperties === false) delete described.additionalProperties;
    },
  });
  return rest;
}
