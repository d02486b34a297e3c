import { z } from 'zod';
import { ENDPOINTS, type Endpoint } from './endpoints/index.ts';
import { ERRORS, type ErrorCode } from './errors.ts';
import { ErrorBody } from './listings.ts';
import { PriceQuote } from './quotes.ts';

/**
 * The OpenAPI 3.1 document, made from the schemas that validate requests.
 * @param serverUrl Where this server is reached, without a trailing slash.
 * @param isEmulator True: with the endpoints that only an emulating server has.
 */
export function createOpenApi(serverUrl: string, version: string, isEmulator = false): Record<string, unknown> {
  const schemas: Record<string, unknown> = { Error: jsonSchema(ErrorBody) };
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
    components: { schemas, securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
  };
}

function describeEndpoint(endpoint: Endpoint, schemas: Record<string, unknown>): Record<string, unknown> {
  const parameters = [...pathParameters(endpoint), ...queryParameters(endpoint), ...headerParameters(endpoint)];
  return {
    operationId: endpoint.operationId,
    summary: endpoint.summary,
    tags: [endpoint.tag],
    security: endpoint.needsKey ? [{ key: [] }] : [],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...describeBody(endpoint, schemas),
    responses: { ...describeReplies(endpoint, schemas), ...describeErrors(endpoint.errors) },
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
  if (body === undefined) return {};
  schemas[body.name] = jsonSchema(body.schema);
  const { types = ['application/json'], optional = false } = body;
  const content = Object.fromEntries(types.map((type) => [type, { schema: ref(body.name) }]));
  return { requestBody: { required: !optional, content } };
}

function describeReplies(endpoint: Endpoint, schemas: Record<string, unknown>): Record<string, unknown> {
  const replies: Record<string, unknown> = {};
  if (endpoint.quotable) schemas.PriceQuote = jsonSchema(PriceQuote);
  const schemaOf = (name: string): object =>
    endpoint.quotable ? { anyOf: [ref(name), ref('PriceQuote')] } : ref(name);
  for (const [status, { description, name, schema, type }] of Object.entries(endpoint.replies)) {
    if (name !== undefined && schema !== undefined) schemas[name] = jsonSchema(schema);
    const content =
      name === undefined ? { [type ?? 'application/json']: {} } : { 'application/json': { schema: schemaOf(name) } };
    replies[status] = { description, content };
  }
  return replies;
}

function describeErrors(codes: readonly ErrorCode[]): Record<string, unknown> {
  const byStatus = Map.groupBy(new Set(codes), (code) => ERRORS[code].http);
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
