import type { StoredRequest } from './generation.ts';

/** An output as it will be stored: measured, and of the type that was promised. */
export interface FinishedFile {
  readonly mime: 'image/jpeg' | 'video/mp4';
  readonly width: number;
  readonly height: number;
  readonly durationSeconds: number | undefined;
  readonly body: ReadableStream<Uint8Array> | Uint8Array;
  /** Deletes what was needed on the way. Call it when the body was read. */
  dispose(): Promise<void>;
}

/** Turns what engines return into what the API promises. */
export interface OutputFinisher {
  /**
   * @param body Read to its end, or cancelled. Errors once the signal is aborted.
   * @throws {EngineError} `bad_response` when it is not what was asked for, `internal` when it could not be looked at.
   */
  finish(
    body: ReadableStream<Uint8Array>,
    mime: string,
    request: StoredRequest,
    signal: AbortSignal,
    /** True for what this process made itself, and not somebody over a network: then samples tell enough. */
    isOwn?: boolean,
  ): Promise<FinishedFile>;
  close(): Promise<void>;
}
