/**
 * The same bytes, as long as they are not too many.
 * @param tooMany What to throw at the first byte beyond `bytesMax`.
 */
export async function* limitBytes(
  body: ReadableStream<Uint8Array>,
  bytesMax: number,
  tooMany: () => Error,
): AsyncGenerator<Uint8Array> {
  let sizeBytes = 0;
  for await (const chunk of body) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > bytesMax) throw tooMany();
    yield chunk;
  }
}
