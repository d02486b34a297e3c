import { createOpenApi } from '@openimagine/contract';
import type { FastifyInstance } from 'fastify';
import type { PublicUrl } from '../delivery/public-url.ts';
import { VERSION } from '../version.ts';
import { renderReference } from './reference-page.ts';

/** The OpenAPI document and a page to read it, which loads nothing from elsewhere. */
export function docsRoutes(app: FastifyInstance, publicUrl: PublicUrl, isEmulator: boolean): void {
  app.get('/openapi.json', (request) => createOpenApi(publicUrl(request, ''), VERSION, isEmulator));
  app.get('/docs', (request, reply) =>
    reply
      .header(
        'content-security-policy',
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'",
      )
      .type('text/html; charset=utf-8')
      .send(renderReference(publicUrl(request, ''), VERSION)),
  );
  app.get('/', (_request, reply) => reply.redirect('/docs'));
}
