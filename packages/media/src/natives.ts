/**
 * The native bindings, loaded on first use: whoever imports this package for its pool alone (the server) never maps a
 * codec into its own process.
 */

export async function loadWebCodecs(): Promise<typeof import('@napi-rs/webcodecs')> {
  return import('@napi-rs/webcodecs');
}

export async function loadCanvas(): Promise<typeof import('@napi-rs/canvas')> {
  return import('@napi-rs/canvas');
}

/** Pure JavaScript, but 0.1 s to load. */
export async function loadMediabunny(): Promise<typeof import('mediabunny')> {
  const mediabunny = await import('mediabunny');
  // It prints what it thinks of a strange file; our callers get an error instead.
  mediabunny.Logging.level = mediabunny.LogLevel.Silent;
  return mediabunny;
}

/** Lets native finalisers run: without one turn of the event loop per frame, closed frames pile up (1.3 GB for 8 s). */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Gives a codec's threads time until its queue is short. By timers: a loop of turns would spin on a core it needs. */
export async function untilQueueIsShort(isLong: () => boolean): Promise<void> {
  await nextTurn();
  while (isLong()) await new Promise((resolve) => setTimeout(resolve, 1));
}
