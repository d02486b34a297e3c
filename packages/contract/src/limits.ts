const KiB = 1024;
const MiB = 1024 * KiB;

/** Every limit of the wire in one place. The edges are tested on both sides. */
export const LIMITS = {
  promptCharacters: 8_000,
  imagesPerRequest: { min: 1, max: 10 },
  videoSeconds: { min: 1, max: 15, default: 8 },
  /** Seeds are whole numbers; image k of n uses seed + k. */
  seed: { min: 0, max: 4_294_967_295 },
  /** A JSON body on routes that carry text only. */
  textBodyBytes: 1 * MiB,
  idempotencyKeyCharacters: 255,
  userCharacters: 512,
  /** A finished video is sent inside the reply as a `data:` URL only up to this size. */
  dataUrlBytes: 50 * MiB,
  /** Generations that may wait or run at once, for one key and for the whole server. */
  queuedPerKey: 100,
  queuedInTotal: 1_000,
  attemptsPerGeneration: 3,
} as const;
