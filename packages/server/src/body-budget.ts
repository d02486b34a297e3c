import { ApiError, LIMITS } from '@openimagine/contract';

/** Large bodies are held whole while they are looked at, so only so many bytes of them are taken at once, by all doors together. */
export interface BodyBudget {
  /**
   * @returns Gives so many of the bytes back, or all that are left of them.
   * @throws {ApiError} `resource-exhausted`.
   */
  take(bytes: number): (bytes?: number) => void;
}

export function createBodyBudget(bytesAtOnce: number = LIMITS.mediaBodiesBytesAtOnce): BodyBudget {
  let held = 0;
  return {
    take(bytes) {
      if (held + bytes > bytesAtOnce) {
        throw new ApiError(
          'resource-exhausted',
          'The server holds as many large bodies as it takes at once. Try again shortly, or send URLs instead of data URLs.',
          { retryAfterSeconds: 2 },
        );
      }
      held += bytes;
      let left = bytes;
      return (returned = left) => {
        const given = Math.min(left, returned);
        left -= given;
        held -= given;
      };
    },
  };
}
