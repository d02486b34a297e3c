import { setTimeout } from 'node:timers/promises';
import { MODELS } from '@openimagine/contract';
import {
  createDraftEngine,
  createXaiEngine,
  DRAFT_IMAGE_MODEL,
  DRAFT_VIDEO_MODEL,
  type Logger,
} from '@openimagine/engines';
import { ensureManagementKey } from './accounts/management-key.ts';
import type { Config } from './config.ts';
import { type Context, type ContextOptions, createContext } from './context.ts';
import { StartError } from './db/start-error.ts';
import { originOf } from './delivery/public-url.ts';
import { openHttpServer } from './http/http-server.ts';
import { createLog, outliveReaders } from './log.ts';
import { readCertificate } from './port/read-certificate.ts';

export interface RunningServer {
  /** `http://127.0.0.1:8080`; `https` where it has a certificate. */
  readonly url: string;
  /** Set when this start made the first key: the only time it can be shown. */
  readonly newKey: string | undefined;
  readonly keyFile: string;
  /** Takes nothing new, lets what runs finish for a while, and closes everything. */
  close(): Promise<void>;
}

const GIVE_UP_MS = 5_000;
/** Prompts, pictures and keys are in the files that this process and its children write: nobody else may read them. */
const OWNER_ONLY = 0o077;

/**
 * Starts the whole server, and sets the process's umask, so that every file it makes is its owner's alone. From then on
 * the process outlives whoever reads its output.
 * Should the data folder be lost while it runs, it closes what it can and ends the process with exit code 1.
 * @throws {StartError} one clear line about what is in the way; nothing stays open then.
 */
export async function startServer(config: Config): Promise<RunningServer> {
  process.umask(OWNER_ONLY);
  outliveReaders();
  const log = createLog(config.logLevel, {
    isRedacted: config.isLogRedacted,
    secrets: [config.presetApiKey ?? '', config.upstream?.apiKey ?? ''],
  });
  const tls = config.tls && (await readCertificate(config.tls, new Date()));
  const { engines, models, warm } = chooseEngines(config);
  const lost = Promise.withResolvers<void>();
  const context = await openContext(config, { engines, models, log, onLost: lost.resolve });
  try {
    const managementKey = await ensureManagementKey(config.dataDir);
    const { host, port, publicUrl, wrongKeyStatus } = config;
    const http = await openHttpServer(context, { host, port, publicUrl, managementKey, wrongKeyStatus, tls });
    const server: RunningServer = {
      url: http.url,
      newKey: context.firstKey.newKey,
      keyFile: context.firstKey.keyFile,
      async close() {
        // Together: an image call that is still waiting ends when its attempt does.
        await Promise.all([http.close(), context.close()]);
      },
    };
    // Only now: its children would have taken the processors from the start itself.
    warm?.().catch((error: unknown) => {
      if (!context.isStopping) log.warn('engine-not-warm', { error });
    });
    void lost.promise.then(() => giveUp(server, log));
    return server;
  } catch (error) {
    await context.close();
    throw isListenError(error) ? listenError(error, config) : error;
  }
}

/** The data folder is lost: ends the process. What cannot be closed in time is left as in a crash. */
async function giveUp(server: RunningServer, log: Logger): Promise<void> {
  const closed = server.close().catch((error: unknown) => log.error('close-failed', { error }));
  await Promise.race([closed, setTimeout(GIVE_UP_MS)]);
  process.exit(1);
}

async function openContext(
  config: Config,
  options: Pick<ContextOptions, 'engines' | 'models' | 'log' | 'onLost'>,
): Promise<Context> {
  try {
    return await createContext({
      ...options,
      dataDir: config.dataDir,
      databaseUrl: config.databaseUrl,
      presetKey: config.presetApiKey,
      allowPrivateFetch: config.allowPrivateFetch,
      pollsPerSecond: config.pollsPerSecond,
      emulate: config.emulate,
      origin: originOf({ ...config, protocol: config.tls && 'https' }),
      trustedOrigins: config.upstream === undefined ? [] : [config.upstream.url],
      settings: { retentionMs: config.assetLifeSeconds * 1000 },
    });
  } catch (error) {
    // Their children would keep this process alive.
    for (const engine of options.engines) await engine.close?.();
    throw error;
  }
}

/** Which engine serves the public models: an upstream under their own names, or the draft engine under its two. */
function chooseEngines(config: Config): Pick<ContextOptions, 'engines' | 'models'> & { warm?: () => Promise<void> } {
  if (config.upstream !== undefined)
    return { engines: [createXaiEngine({ baseUrl: config.upstream.url, apiKey: config.upstream.apiKey })] };
  const draft = createDraftEngine();
  const route = ({ id, kind }: (typeof MODELS)[number]) =>
    [id, { engine: draft.name, model: kind === 'image' ? DRAFT_IMAGE_MODEL : DRAFT_VIDEO_MODEL }] as const;
  return { engines: [draft], models: Object.fromEntries(MODELS.map(route)), warm: () => draft.warm() };
}

function isListenError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && (error as NodeJS.ErrnoException).syscall === 'listen';
}

function listenError(error: NodeJS.ErrnoException, { host, port }: Config): StartError {
  const reasons: Record<string, string> = {
    EADDRINUSE: `Port ${port} on ${host} is taken by another program. Stop it, or choose another port with --port.`,
    EACCES: `Port ${port} may not be used without more rights. Choose one above 1023 with --port.`,
    EADDRNOTAVAIL: `${host} is no address of this machine. Use --host 127.0.0.1, or 0.0.0.0 for all of its addresses.`,
    ENOTFOUND: `The host name ${host} cannot be resolved. Use --host 127.0.0.1.`,
  };
  return new StartError(
    'address',
    reasons[error.code ?? ''] ?? `The server cannot listen on ${host}:${port} (${error.code}).`,
    { cause: error },
  );
}
