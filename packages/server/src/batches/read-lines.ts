import { ApiError, type BatchRequest, LIMITS, readBatchLine } from '@openimagine/contract';
import { hasTooManyParts } from '../json-parts.ts';

/**
 * The requests of a file of JSON lines; empty lines are none.
 * @throws {ApiError} `invalid-argument` or `unprocessable`, naming the line.
 */
export async function* readBatchFile(body: AsyncIterable<Uint8Array>): AsyncGenerator<BatchRequest> {
  let number = 0;
  for await (const line of linesOf(body)) {
    number++;
    if (line.trim() === '') continue;
    const where = `line ${number}`;
    yield readBatchLine(parseLine(line, where), where);
  }
}

function parseLine(line: string, where: string): unknown {
  if (hasTooManyParts(line, LIMITS.bodyParts))
    throw new ApiError('invalid-argument', `${where}: it has more than ${LIMITS.bodyParts} commas and brackets.`);
  try {
    return JSON.parse(line);
  } catch (cause) {
    const message = `${where}: it is not valid JSON: ${(cause as Error).message.slice(0, 200)}.`;
    throw new ApiError('invalid-argument', `${message} Each line must hold one whole object.`, { cause });
  }
}

/** Without their ends; a mark at the start of the file is no part of the first. */
async function* linesOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let parts: string[] = [];
  for await (const chunk of body) {
    const [first, ...others] = decoder.decode(chunk, { stream: true }).split('\n');
    parts.push(first!);
    for (const next of others) {
      yield parts.join('');
      parts = [next];
    }
  }
  yield parts.join('') + decoder.decode();
}
