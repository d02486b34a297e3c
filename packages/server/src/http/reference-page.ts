import { createOpenApi, ENDPOINTS, type Endpoint, ERRORS, MODELS, VIDEO_ASPECT_RATIOS } from '@openimagine/contract';

interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
}

/** The reference at `/docs`, rendered from the same document that `/openapi.json` gives. */
export function renderReference(serverUrl: string, version: string): string {
  const { components } = createOpenApi(serverUrl, version, true) as {
    components: { schemas: Record<string, JsonSchema> };
  };
  const tags = [...new Set(ENDPOINTS.map(({ tag }) => tag))];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>OpenImagine API</title><style>${STYLE}</style></head><body>
<nav><h1>OpenImagine</h1><p>${escapeHtml(version)}</p>${tags.map((tag) => navigation(tag)).join('')}<a href="#errors">Errors</a><a href="/openapi.json">openapi.json</a></nav>
<main>
<section><h2>Start here</h2><p>Every call goes to <code>${escapeHtml(serverUrl)}</code> with the header <code>Authorization: Bearer YOUR_KEY</code>.
The same program works against <code>api.x.ai</code> after changing host and key.</p>
<pre>${escapeHtml(`curl ${serverUrl}/v1/images/generations \\
  -H "Content-Type: application/json" -H "Authorization: Bearer $XAI_API_KEY" \\
  -d '{"model": "grok-imagine-image", "prompt": "A neon-lit Tokyo street at 3am, rain on the pavement, cinematic"}'`)}</pre>
<p>Models: ${MODELS.map(({ id }) => `<code>${id}</code>`).join(' ')}. Video ratios: ${VIDEO_ASPECT_RATIOS.join(', ')}.</p></section>
${ENDPOINTS.map((endpoint) => renderEndpoint(endpoint, components.schemas)).join('\n')}
<section id="errors"><h2>Errors</h2><p>Every error is <code>{"code", "error", "request_id"}</code>.</p><table>
<tr><th>code</th><th>HTTP</th><th>gRPC</th><th>retry</th><th>meaning</th></tr>
${Object.entries(ERRORS)
  .map(
    ([code, { http, grpc, retryable, meaning }]) =>
      `<tr><td><code>${code}</code></td><td>${http}</td><td>${grpc}</td><td>${retryable ? 'yes' : 'no'}</td><td>${inline(meaning)}</td></tr>`,
  )
  .join('\n')}</table></section>
</main></body></html>`;
}

function navigation(tag: Endpoint['tag']): string {
  const links = ENDPOINTS.filter((endpoint) => endpoint.tag === tag).map(
    ({ operationId, summary }) => `<a href="#${operationId}">${escapeHtml(summary)}</a>`,
  );
  return `<h3>${tag}</h3>${links.join('')}`;
}

function renderEndpoint(endpoint: Endpoint, schemas: Readonly<Record<string, JsonSchema>>): string {
  const body = endpoint.body === undefined ? '' : `<h4>Body</h4>${renderFields(schemas[endpoint.body.name])}`;
  const replies = Object.entries(endpoint.replies).map(
    ([status, { description, name }]) =>
      `<h4>${status} · ${escapeHtml(description)}</h4>${name === undefined ? '' : renderFields(schemas[name])}`,
  );
  const errors =
    endpoint.errors.length === 0
      ? ''
      : `<p class="errors">${endpoint.errors.map((code) => `<code>${ERRORS[code].http} ${code}</code>`).join(' ')}</p>`;
  return `<section id="${endpoint.operationId}"><h2><span class="${endpoint.method}">${endpoint.method.toUpperCase()}</span> ${escapeHtml(endpoint.path)}</h2>
<p>${escapeHtml(endpoint.summary)}.${endpoint.idempotent ? ' Honours <code>Idempotency-Key</code>.' : ''}${endpoint.emulatorOnly ? ' Only on a server started with <code>--emulate</code>.' : ''}</p>${body}${replies.join('')}${errors}</section>`;
}

function renderFields(schema: JsonSchema | undefined): string {
  if (schema === undefined) return '';
  const variants = schema.oneOf ?? (schema.properties === undefined ? schema.anyOf : undefined);
  if (variants !== undefined) return variants.map((variant) => renderFields(variant)).join('');
  const rows = Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
    fieldRows(name, field, schema.required?.includes(name) ?? false),
  );
  return `<table>${rows.join('')}</table>`;
}

function fieldRows(name: string, field: JsonSchema, required: boolean): string[] {
  const row = `<tr><td><code>${escapeHtml(name)}</code>${required ? '<b title="required">*</b>' : ''}</td><td>${escapeHtml(typeOf(field))}</td><td>${inline(field.description ?? '')}</td></tr>`;
  const inner = field.properties === undefined ? field.items : field;
  const prefix = field.properties === undefined ? `${name}[]` : name;
  const nested = Object.entries(inner?.properties ?? {}).flatMap(([key, value]) =>
    fieldRows(`${prefix}.${key}`, value, inner?.required?.includes(key) ?? false),
  );
  return [row, ...nested];
}

function typeOf(field: JsonSchema): string {
  if (field.const !== undefined) return JSON.stringify(field.const);
  if (field.enum !== undefined) return field.enum.map(String).join(' | ');
  const variants = field.anyOf?.filter(({ type }) => type !== 'null') ?? [];
  if (variants.length > 0) return [...new Set(variants.map((variant) => typeOf(variant)))].join(' or ');
  return [field.type ?? 'any'].flat().join(' or ');
}

function inline(text: string): string {
  return escapeHtml(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const STYLE = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 14%, transparent); --soft: color-mix(in srgb, currentColor 6%, transparent); --accent: #7a5cff }
* { box-sizing: border-box } body { margin: 0; font: 15px/1.55 system-ui, sans-serif; display: grid; grid-template-columns: 250px minmax(0, 1fr) }
nav { position: sticky; top: 0; height: 100vh; overflow: auto; padding: 20px; border-right: 1px solid var(--line) }
nav h1 { font-size: 18px; margin: 0 } nav p { margin: 0 0 12px; opacity: .6 } nav h3 { font-size: 12px; text-transform: uppercase; letter-spacing: .06em; opacity: .6; margin: 18px 0 4px }
nav a { display: block; padding: 2px 0; color: inherit; text-decoration: none } nav a:hover { color: var(--accent) }
main { padding: 24px 36px 80px; max-width: 980px } section { padding: 18px 0 26px; border-bottom: 1px solid var(--line) }
h2 { font-size: 20px; margin: 0 0 6px; overflow-wrap: anywhere } h4 { margin: 16px 0 4px; font-size: 13px; opacity: .8 }
.get, .post { font-size: 12px; padding: 3px 8px; border-radius: 6px; color: #fff; background: #2f7d5b; vertical-align: middle } .post { background: var(--accent) }
code, pre { font: 13px/1.5 ui-monospace, monospace; background: var(--soft); border-radius: 5px } code { padding: 1px 5px } pre { padding: 12px 14px; overflow: auto }
table { border-collapse: collapse; width: 100%; font-size: 14px } td, th { text-align: left; vertical-align: top; padding: 6px 10px 6px 0; border-top: 1px solid var(--line) }
td:nth-child(2) { opacity: .75; max-width: 260px } b { color: #d6465f; padding-left: 2px } .errors code { white-space: nowrap }
@media (max-width: 760px) { body { grid-template-columns: 1fr } nav { position: static; height: auto; border: 0 } main { padding: 16px } }`;
