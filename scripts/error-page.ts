import { ERRORS, JOB_ERRORS } from '@openimagine/contract';

/** `docs/ERRORS.md`, written from the catalogue. */
export function renderErrorPage(): string {
  const rows = Object.entries(ERRORS).map(
    ([code, { http, grpc, retryable, meaning }]) =>
      `| \`${code}\` | ${http} | ${grpc} | ${retryable ? 'yes' : 'no'} | ${meaning} |`,
  );
  const jobRows = Object.entries(JOB_ERRORS).map(([code, meaning]) => `| \`${code}\` | ${meaning} |`);
  return `# Errors

Written by \`npm run docs\` from \`packages/contract/src/errors.ts\`; a test holds the two together.

Every error is \`{"code": "…", "error": "…", "request_id": "…"}\`, and every reply carries \`x-request-id\`. A status that clients retry on
(408, 409, 429, 5xx) means that nothing was accepted and nothing is billed.

| code | HTTP | gRPC | retry | meaning |
|---|---|---|---|---|
${rows.join('\n')}

## Why a video failed

\`GET /v1/videos/{request_id}\` answers 200 with \`{"status": "failed", "error": {"code": "…", "message": "…"}}\`; its codes are in snake case.

| code | meaning |
|---|---|
${jobRows.join('\n')}
`;
}
