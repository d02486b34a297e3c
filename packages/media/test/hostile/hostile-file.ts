import type { MediaErrorKind } from '../../src/media-error.ts';

/** A file made to do harm, and what becomes of it. */
export interface HostileFile {
  readonly name: string;
  readonly make: () => Uint8Array | Promise<Uint8Array>;
  /** The kind of its refusal. */
  readonly refused?: MediaErrorKind;
  /** What the refusal says. */
  readonly says?: RegExp;
  /** Why it may be opened after all. */
  readonly fine?: string;
}
