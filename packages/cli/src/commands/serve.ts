import { createServer } from 'node:net';
import { Command } from 'commander';
import { CommandError } from '../failure.ts';

interface ServeOptions {
  readonly data?: string;
  readonly host?: string;
  readonly port?: string;
  readonly publicUrl?: string;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
  readonly allowPrivateFetch?: boolean;
  readonly wrongKeyStatus?: string;
  readonly emulate?: boolean;
  readonly latency?: string;
  readonly json?: boolean;
}

export function serveCommand(): Command {
  return new Command('serve')
    .description('run the server')
    .option('--data <folder>', 'where everything is kept (default: OPENIMAGINE_DATA, or ./.openimagine)')
    .option('--host <address>', 'address to listen on (default: OPENIMAGINE_HOST, or 127.0.0.1)')
    .option('--port <number>', 'port to listen on (default: PORT, or 8080)')
    .option('--public-url <url>', 'what clients reach the server by (default: OPENIMAGINE_PUBLIC_URL)')
    .option(
      '--tls-cert <file>',
      'speak https and gRPC over TLS: the certificate and its chain, PEM (default: OPENIMAGINE_TLS_CERT)',
    )
    .option('--tls-key <file>', 'its private key, PEM (default: OPENIMAGINE_TLS_KEY)')
    .option(
      '--allow-private-fetch',
      'development: let URLs in requests name this machine and private networks (default: OPENIMAGINE_ALLOW_PRIVATE_FETCH)',
    )
    .option('--emulate', 'for test suites: scenarios on demand and a clock that jumps (default: OPENIMAGINE_EMULATE)')
    .option('--latency <profile>', 'with --emulate: instant, draft or grok (default: OPENIMAGINE_LATENCY, or draft)')
    .option(
      '--wrong-key-status <status>',
      "what a wrong key is answered: 401, or 400 as in xAI's documentation (default: OPENIMAGINE_WRONG_KEY_STATUS, or 401)",
    )
    .option('--json', 'print one line of JSON when ready')
    .action(serve);
}

async function serve(options: ServeOptions): Promise<void> {
  const { readConfig, startServer, VERSION } = await import('@openimagine/server');
  const config = readConfig(options);
  await assertPortIsFree(config.host, config.port);
  const server = await startServer(config);
  stopOnSignal(() => server.close());
  if (options.json) {
    console.log(
      JSON.stringify({
        url: server.url,
        version: VERSION,
        key_file: server.keyFile,
        ready_ms: Math.round(performance.now()),
      }),
    );
    return;
  }
  console.log(
    `OpenImagine ${VERSION} is ready at ${server.url} after ${(performance.now() / 1000).toFixed(1)} s. The reference is at ${server.url}/docs; Ctrl-C stops it.`,
  );
  if (server.newKey !== undefined) console.log(welcome(server.url, server.newKey, server.keyFile));
}

/** Opening the database takes most of the start; a taken port should be said before it, not after. */
async function assertPortIsFree(host: string, port: number): Promise<void> {
  if (port === 0) return;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const probe = createServer();
  probe.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') resolve();
    else
      reject(
        new CommandError(
          `Port ${port} on ${host} is taken by another program. Stop it, or choose another port with --port.`,
        ),
      );
  });
  probe.listen(port, host, () => probe.close(() => resolve()));
  await promise;
}

/** The terminal and npm may both pass on one Ctrl-C: a second signal changes nothing while the server drains. */
function stopOnSignal(close: () => Promise<void>): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    console.error('Stopping: what is being rendered may finish first.');
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error('openimagine: the server did not stop cleanly:', error);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}

function welcome(url: string, key: string, keyFile: string): string {
  return `
Your API key, shown this once (the local commands read it from ${keyFile}):

  ${key}

Your first picture:

  curl ${url}/v1/images/generations \\
    -H "Content-Type: application/json" \\
    -H "Authorization: Bearer ${key}" \\
    -d '{"model": "grok-imagine-image", "prompt": "A neon-lit Tokyo street at 3am, rain on the pavement, cinematic"}'

Your first video:

  npx openimagine video "A glowing crystal-powered rocket launching from Mars" -o rocket.mp4
`;
}
