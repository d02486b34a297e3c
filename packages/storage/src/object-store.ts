/** Keeps finished media. A driver promises what `conformance.ts` checks, nothing less. */
export interface ObjectStore {
  readonly name: string;
  /**
   * Stores a whole object; a reader sees all of it or none, and an existing object of that key is replaced.
   * @param key Segments of `[A-Za-z0-9._-]` joined by `/`; never starts with a dot.
   * @throws {StorageError} `no_space` when the medium is full, `invalid_key`, `unavailable`.
   */
  put(
    key: string,
    body: ReadableStream<Uint8Array> | Uint8Array,
    options: { readonly mime: string },
  ): Promise<StoredObject>;
  /** @returns undefined when there is no such object. */
  head(key: string): Promise<StoredObject | undefined>;
  /**
   * Opens the object, or a part of it.
   * @param range Inclusive byte offsets within the object; the caller has checked them against `sizeBytes`.
   */
  get(
    key: string,
    range?: { readonly start: number; readonly end: number },
  ): Promise<{ readonly object: StoredObject; readonly body: ReadableStream<Uint8Array> } | undefined>;
  /** Deleting what is not there is no error. */
  delete(key: string): Promise<void>;
  /**
   * Every whole object below a prefix, in no order. One that is stored or deleted meanwhile may or may not be among them.
   * @param prefix Segments as of a key, each followed by `/`: `inputs/`, not `inp`. Empty: everything.
   * @throws {StorageError} `invalid_key`, `unavailable`.
   */
  list(prefix: string): AsyncIterable<ListedObject>;
  close?(): Promise<void>;
}

export interface StoredObject {
  readonly key: string;
  readonly sizeBytes: number;
  readonly mime: string;
  /** SHA-256 of the content, lower-case hex; the base of the ETag. */
  readonly sha256: string;
}

/** What can be told of an object without opening it. */
export interface ListedObject {
  readonly key: string;
  readonly storedAt: Date;
}

export type StorageErrorKind = 'no_space' | 'invalid_key' | 'unavailable';

export class StorageError extends Error {
  readonly kind: StorageErrorKind;

  constructor(kind: StorageErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StorageError';
    this.kind = kind;
  }
}
