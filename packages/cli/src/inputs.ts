import { openAsBlob } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Client, MediaInput } from '@openimagine/sdk';
import { CommandError } from './failure.ts';

const URL_LIKE = /^(https?|data):/i;
const FILE_ID = /^file_[0-9a-f-]{36}$/i;

/** A file on disk, a URL, or the id of an uploaded file. @throws {CommandError} when there is no such file, or it is empty. */
export async function readInput(text: string): Promise<MediaInput> {
  if (URL_LIKE.test(text)) return text;
  if (FILE_ID.test(text)) return { fileId: text };
  const file = await openFile(text);
  if (file.size === 0) throw new CommandError(`${text} is empty: it has 0 bytes.`);
  return file;
}

/** Read as it is sent. @throws {CommandError} when it cannot be read. */
export async function openFile(path: string): Promise<File> {
  try {
    // A folder can be opened; only reading it fails, and by then a call is under way.
    await using file = await open(path);
    if (!(await file.stat()).isFile()) throw new Error('it is no file');
    return new File([await openAsBlob(path)], basename(path));
  } catch (cause) {
    throw new CommandError(`${path} cannot be read: ${(cause as Error).message}.`, { cause });
  }
}

const PICTURE_NAME = /\.(jpe?g|png|webp|gif)$/i;

/** Whether it is a picture rather than a video: of a file by its first bytes, of a URL by its name. */
export async function isPicture(client: Client, text: string, input: MediaInput): Promise<boolean> {
  if (input instanceof Blob) return looksLikePicture(new Uint8Array(await input.slice(0, 12).arrayBuffer()));
  if (FILE_ID.test(text)) {
    const reader = (await client.files.content(text).stream()).getReader();
    const { value = new Uint8Array() } = await reader.read();
    await reader.cancel();
    return looksLikePicture(value.subarray(0, 12));
  }
  if (/^data:/i.test(text)) return /^data:image\//i.test(text);
  return PICTURE_NAME.test(URL.canParse(text) ? new URL(text).pathname : text);
}

function looksLikePicture(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes);
  return /^(\xff\xd8\xff|\x89PNG|GIF8|RIFF.{4}WEBP)/s.test(start);
}

/** `2=sunset.jpg`: what is to be seen after two seconds. @throws {CommandError} when it looks otherwise. */
export async function readKeyframe(text: string): Promise<{ image: MediaInput; atSeconds: number }> {
  const [, seconds, image] = /^(\d+(?:\.\d+)?)=(.+)$/s.exec(text) ?? [];
  if (seconds === undefined || image === undefined)
    throw new CommandError(`--keyframe must look like 2=sunset.jpg, seconds first; got "${text}".`);
  return { image: await readInput(image), atSeconds: Number(seconds) };
}
