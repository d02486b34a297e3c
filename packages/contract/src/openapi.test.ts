import { expect, it } from 'vitest';
import { ENDPOINTS } from './endpoints/index.ts';
import { ERRORS } from './errors.ts';
import { createOpenApi } from './openapi.ts';

it('resolves every reference inside itself', () => {
  const document = createOpenApi('http://localhost:8080', '0.0.0', true);
  const names = Object.keys((document.components as { schemas: object }).schemas);
  const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
    (match) => match[1]!,
  );
  expect(references.length).toBeGreaterThan(ENDPOINTS.length);
  expect(references.filter((name) => !names.includes(name))).toEqual([]);
});

it('describes the fields that the validator reads', () => {
  const document = createOpenApi('http://localhost:8080', '0.0.0', true) as {
    components: { schemas: Record<string, { properties: object; required?: string[] }> };
  };
  expect(Object.keys(document.components.schemas.CreateVideo!.properties)).toEqual(
    expect.arrayContaining([
      'prompt',
      'model',
      'duration',
      'seconds',
      'aspect_ratio',
      'resolution',
      'generate_audio',
      'seed',
      'user',
    ]),
  );
  expect(document.components.schemas.CreateImage!.required).toEqual(['prompt']);
});

it('gives every endpoint the status codes of its errors', () => {
  const document = createOpenApi('http://localhost:8080', '0.0.0', true) as {
    paths: Record<string, Record<string, { responses: Record<string, unknown> }>>;
  };
  for (const endpoint of ENDPOINTS) {
    const statuses = Object.keys(document.paths[endpoint.path]![endpoint.method]!.responses);
    for (const code of endpoint.errors) expect(statuses).toContain(String(ERRORS[code].http));
  }
});
