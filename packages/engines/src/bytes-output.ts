import type { EngineOutput } from './engine.ts';

/** An output whose bytes are at hand. */
export function bytesOutput(bytes: Uint8Array, mime: string, revisedPrompt?: string): EngineOutput {
  return {
    mime,
    sizeBytes: bytes.length,
    ...(revisedPrompt === undefined ? {} : { revisedPrompt }),
    open: async () => new Blob([bytes as Uint8Array<ArrayBuffer>]).stream(),
  };
}
