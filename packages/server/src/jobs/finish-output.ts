import type { StoredRequest } from './generation.ts';

/** An output as it will be stored: measured, and of the type that was promised. */
export interface FinishedFile {
  readonly mime: string;
  readonly width: number;
  readonly height: number;
  readonly durationSeconds: number | undefined;
  readonly body: ReadableStream<Uint8Array>;
  /** Deletes what was needed on the way. Call it when the body was read. */
  dispose(): Promise<void>;
}

/** Turns what engines return into what the API promises. */
export interface OutputFinisher {
  /** @throws {EngineError} `bad_response` when the bytes are not what was asked for. */
  finish(body: ReadableStream<Uint8Array>, mime: string, request: StoredRequest): Promise<FinishedFile>;
  close?(): Promise<void>;
}

/** Believes engines that already return the right thing; for engines of one's own. */
export const trustingFinisher: OutputFinisher = {
  finish: async (body, mime, request) => ({
    mime,
    width: request.width,
    height: request.height,
    durationSeconds: request.seconds,
    body,
    dispose: async () => undefined,
  }),
};
