import { ERROR_REASONS, ERRORS, JOB_ERRORS } from '@openimagine/contract';

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

## Which part is at fault

An error about one part of the request names it under \`details\`, in one shape for what is refused at once, by validation, fetching, inspection or moderation,
and for what fails later, in the poll's \`error\`:

\`\`\`json
{"code": "invalid-argument", "error": "Fetching image failed: \`images[1]\`: …", "request_id": "…", "details": [{"input": "images[1]", "reason": "not-fetched"}]}
\`\`\`

\`input\` is the field as the caller named it: \`prompt\`, \`image\`, \`images[1]\`, \`keyframes[0].timestamp_s\`, a parameter of the query; or \`output[0]\` for a result.
Two fields that contradict each other are both named. \`category\` says what moderation refused it for. Errors about no single part have no \`details\`.

| reason | meaning |
|---|---|
${Object.entries(ERROR_REASONS)
  .map(([reason, meaning]) => `| \`${reason}\` | ${meaning} |`)
  .join('\n')}

## Why a video failed

\`GET /v1/videos/{request_id}\` answers 200 with \`{"status": "failed", "error": {"code": "…", "message": "…", "details": […]}}\`; its codes are in snake case.

| code | meaning |
|---|---|
${jobRows.join('\n')}
`;
}
