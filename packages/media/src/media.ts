/**
 * What `media` offers, in the words of its callers. Shapes only; see the file of each function.
 *
 * Two kinds of callers: a render child (already a child process) uses the codecs directly; the server only ever talks to
 * the pool, which runs `probe` and friends in a child, because whatever it opens may be hostile.
 */

/** What a file holds, measured rather than believed. Sizes in display pixels, after rotation. */
export interface VideoProbe {
  readonly container: 'mp4';
  readonly width: number;
  readonly height: number;
  readonly frameCount: number;
  readonly framesPerSecond: number;
  readonly durationSeconds: number;
  readonly videoCodec: string;
  /** As tagged in the file; a tag that is missing is absent. */
  readonly color: {
    readonly primaries?: string;
    readonly transfer?: string;
    readonly matrix?: string;
    readonly fullRange?: boolean;
  };
  readonly audio?: {
    readonly codec: string;
    readonly sampleRate: number;
    readonly channels: number;
    readonly durationSeconds: number;
  };
  /** True when the index stands before the media data. */
  readonly isFastStart: boolean;
}

export interface ImageProbe {
  readonly format: 'jpeg' | 'png' | 'webp';
  readonly width: number;
  readonly height: number;
}

/** One planar 4:2:0 picture, BT.709 limited range: Y, then U, then V, without padding. */
export interface I420Frame {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Encoded packets of a run of frames, ready to be joined with others without re-encoding. */
export interface VideoSegment {
  /** AVCDecoderConfigurationRecord; equal for all segments of one film. */
  readonly decoderConfig: Uint8Array;
  readonly codec: string;
  readonly packets: readonly { readonly data: Uint8Array; readonly isKey: boolean }[];
}
