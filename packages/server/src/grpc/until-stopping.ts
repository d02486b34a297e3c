import type { Context } from '../context.ts';

/** How often it is looked whether the server stops. */
const LOOK_MS = 250;

/** Messages for as long as they come; they end when the server begins to stop, so that an idle stream keeps it from nothing. */
export async function* untilStopping<T>(
  context: Pick<Context, 'isStopping'>,
  messages: AsyncIterable<T>,
): AsyncGenerator<T, void, undefined> {
  const iterator = messages[Symbol.asyncIterator]();
  const stopping = Promise.withResolvers<undefined>();
  const looking = setInterval(() => {
    if (context.isStopping) stopping.resolve(undefined);
  }, LOOK_MS);
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), stopping.promise]);
      if (next === undefined || next.done === true) return;
      yield next.value;
    }
  } finally {
    clearInterval(looking);
    // Not awaited: it waits for a message that may never come.
    iterator.return?.()?.catch(() => undefined);
  }
}
