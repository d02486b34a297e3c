import type { Engine, EngineRequest } from '@openimagine/engines';

/** The first output of an order. */
export interface Drawn {
  readonly bytes: Uint8Array;
  readonly mime: string;
  readonly revisedPrompt: string;
  readonly seconds: number;
}

/** Runs an order of one output to its end. @throws {EngineError} when it fails. */
export async function drawOnce(engine: Engine, request: EngineRequest): Promise<Drawn> {
  const started = performance.now();
  const log = { debug: () => {}, info: () => {}, warn: console.warn, error: console.error };
  const { signal } = new AbortController();
  let result: Drawn | undefined;
  for await (const event of engine.run(request, { signal, log, download: refuseDownload })) {
    if (event.type === 'failed') throw event.error;
    if (event.type !== 'output') continue;
    const chunks = await Array.fromAsync(await event.output.open());
    result = {
      bytes: Buffer.concat(chunks),
      mime: event.output.mime,
      revisedPrompt: event.output.revisedPrompt ?? '',
      seconds: (performance.now() - started) / 1000,
    };
  }
  if (result === undefined) throw new Error(`${request.generationId} gave no output`);
  return result;
}

/** Nothing that is made here comes from elsewhere. */
function refuseDownload(url: string): Promise<never> {
  return Promise.reject(new Error(`unexpected download of ${url.slice(0, 80)}`));
}
