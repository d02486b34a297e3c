const KiB = 1024;
const MiB = 1024 * KiB;

/** Every limit of the wire in one place. The edges are tested on both sides. */
export const LIMITS = {
  promptCharacters: 8_000,
  /** Of a scene as JSON; the largest that a prompt gives has a tenth of it. */
  sceneCharacters: 65_536,
  imagesPerRequest: { min: 1, max: 10 },
  videoSeconds: { min: 1, max: 15, default: 8 },
  /** Seeds are whole numbers; image k of n uses seed + k. */
  seed: { min: 0, max: 4_294_967_295 },
  /** A JSON body on routes that carry text only. */
  textBodyBytes: 1 * MiB,
  /** A JSON body where `data:` URLs may stand in it. */
  mediaBodyBytes: 96 * MiB,
  /** Of all bodies beyond `textBodyBytes` that are held at once; the next is told to come again. */
  mediaBodiesBytesAtOnce: 384 * MiB,
  /** Of one input, decoded from base64 or fetched. */
  inputImageBytes: 20 * MiB,
  inputVideoBytes: 100 * MiB,
  inputImagePixels: 40_000_000,
  /** Width : height of an output that follows its input; what is wider or taller is cropped. */
  followedRatio: { min: 1 / 3, max: 3 },
  referenceImages: 7,
  keyframes: 4,
  referenceAudios: 3,
  /** Keyframes lie on thirds of a second; what is nearer than this to one is taken for it. */
  keyframeSlackSeconds: 0.05,
  editedVideoSecondsMax: 8.7,
  extendedVideoSeconds: { min: 2, max: 30 },
  extensionSeconds: { min: 1, max: 10, default: 6 },
  /** Commas of a JSON body, and as many brackets of a kind: a prompt may have thousands, everything else a few. */
  bodyParts: 20_000,
  /** Of any list in a body, before it is looked into: far more than any field takes. */
  listItems: 1_000,
  idempotencyKeyCharacters: 255,
  userCharacters: 512,
  fileBytes: 50_000_000,
  filenameCharacters: 255,
  /** Of a file, and of a public URL. */
  fileLifeSeconds: { min: 3_600, max: 2_592_000 },
  /** Of any list that comes in pages. */
  pageItems: { max: 1_000, default: 100 },
  /** A finished video is sent inside the reply as a `data:` URL only up to this size. */
  dataUrlBytes: 50 * MiB,
  batchNameCharacters: 256,
  batchRequestIdCharacters: 256,
  /** Of requests that are added to a batch in one call. */
  batchBodyBytes: 25 * MiB,
  batchRequestsPerCall: 10_000,
  /** Commas, and brackets of a kind, of such a body: forty for each of its requests. */
  batchBodyParts: 400_000,
  requestsPerBatch: 50_000,
  /** Of one team, in any window of so many seconds. */
  batchCreations: { count: 1, seconds: 1 },
  batchAdditions: { count: 100, seconds: 30 },
  /** Generations that may wait or run at once, for one key and for the whole server. */
  queuedPerKey: 100,
  queuedInTotal: 1_000,
  attemptsPerGeneration: 3,
  generationsPerPage: { max: 100, default: 20 },
  /** How long a poll with `wait` may be held. */
  waitSeconds: 60,
  /** Event streams that are open at once, for one key and for the whole server. */
  eventStreamsPerKey: 20,
  eventStreamsInTotal: 1_000,
  /** What may wait for a reader of events before it is dropped. */
  eventStreamBytes: 64 * KiB,
  /** The largest rate limit that a key can be given: each request of a window takes eight bytes. */
  requestsPerWindow: 100_000,
  /**
   * Reading calls of one key in any second, unless the operator or the key says otherwise: a hundred videos that are
   * each polled ten times a second, and a small part of what one process answers.
   */
  pollsPerSecond: 1_000,
  scenarioCharacters: 200,
  /** Of one team: each is told of every event it asked for. */
  webhookEndpointsPerTeam: 20,
  webhookDescriptionCharacters: 500,
  webhookSecretOverlapSeconds: { max: 604_800, default: 86_400 },
  /** Of the name of a key or a team. */
  nameCharacters: 100,
} as const;
