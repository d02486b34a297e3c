import { z } from 'zod';
import { inputError } from './errors.ts';
import { shortJson } from './request.ts';

/** How a caller names a picture or a video: an http(s) URL, a `data:` URL, or the id of an uploaded file. */
export type MediaSource =
  | { readonly type: 'url'; readonly url: string }
  /** `data:<mime>;base64,…`, not decoded yet. */
  | { readonly type: 'data'; readonly url: string }
  | { readonly type: 'file'; readonly fileId: string };

export type InputRole = 'source' | 'firstFrame' | 'lastFrame' | 'keyframe' | 'reference' | 'video';

/** A picture or video that a request starts from. */
export interface OrderInput {
  readonly role: InputRole;
  /** The field that named it, for messages: `image`, `images[1]`, `keyframes[0].image`. */
  readonly field: string;
  readonly source: MediaSource;
  /** Of a keyframe. */
  readonly atSeconds?: number;
}

/** What an input turned out to be, once it was fetched and measured. Sizes are of display pixels, after rotation. */
export type InputFacts = {
  readonly role: InputRole;
  readonly field: string;
  readonly width: number;
  readonly height: number;
} & (
  | { readonly kind: 'image' }
  | {
      readonly kind: 'video';
      readonly durationSeconds: number;
      readonly framesPerSecond: number;
      readonly hasAudio: boolean;
    }
);

const TEXT = z.string('expected text');
const nested = z
  .union([TEXT, z.object({ url: TEXT.nullable().optional() })])
  .nullable()
  .optional();

/** As it may come: `{"url"}`, `{"file_id"}`, `{"image_url"}`, `{"image_url": {"url"}}`, or the URL alone. */
export const MediaRef = z.union(
  [
    TEXT,
    z.object({
      url: TEXT.nullable().optional().describe('An http(s) URL, or a `data:` URL with base64.'),
      file_id: TEXT.nullable().optional().describe('The id of an uploaded file. Either this or `url`.'),
      image_url: nested.describe('The same as `url`.'),
      video_url: nested.describe('The same as `url`.'),
      type: z.unknown().optional().describe('Ignored.'),
    }),
  ],
  { error: 'expected a URL, or an object with `url` or `file_id`' },
);
export type MediaRef = z.infer<typeof MediaRef>;

/**
 * @param field Whose value it is, for messages.
 * @throws {ApiError} `invalid-argument` for none or two of the ways to name it, or a URL of another kind.
 */
export function readMediaSource(value: MediaRef, field: string): MediaSource {
  if (typeof value === 'string') return readUrl(value, field);
  const urls = [value.url, urlOf(value.image_url), urlOf(value.video_url)].filter(
    (url) => url !== undefined && url !== null && url !== '',
  );
  const fileId = value.file_id || undefined;
  if (new Set(urls).size + (fileId === undefined ? 0 : 1) !== 1) {
    const isNone = urls.length === 0 && fileId === undefined;
    const came = isNone ? 'neither came' : 'more than one came';
    throw inputError(
      field,
      isNone ? 'missing' : 'conflicting',
      `\`${field}\`: expected either \`url\` or \`file_id\`; ${came}.`,
    );
  }
  if (fileId === undefined) return readUrl(urls[0]!, field);
  if (fileId.length <= FILE_ID_CHARACTERS_MAX) return { type: 'file', fileId };
  throw inputError(field, 'not-found', `\`${field}\`: there is no file ${shortJson(fileId)}.`, { code: 'not-found' });
}

function urlOf(value: string | { url?: string | null | undefined } | null | undefined): string | null | undefined {
  return typeof value === 'object' ? value?.url : value;
}

const URL_CHARACTERS_MAX = 8_192;
const FILE_ID_CHARACTERS_MAX = 200;
/** Long, and of nothing else from the start. */
const BARE_BASE64 = /^[\w+/-]{256}/;

function readUrl(text: string, field: string): MediaSource {
  const url = text.trim();
  if (/^data:/i.test(url)) {
    if (/^data:[^,]{0,200};base64,/i.test(url)) return { type: 'data', url };
    throw inputError(
      field,
      'not-readable',
      `\`${field}\`: expected a data URL such as data:image/png;base64,…; this one holds no base64.`,
    );
  }
  if (/^file[_-][\w-]{1,100}$/.test(url)) return { type: 'file', fileId: url };
  const parsed = url.length <= URL_CHARACTERS_MAX ? URL.parse(url) : null;
  if (parsed?.protocol === 'http:' || parsed?.protocol === 'https:') return { type: 'url', url };
  if (BARE_BASE64.test(url)) {
    throw inputError(
      field,
      'wrong-value',
      `\`${field}\`: expected a URL; got what looks like bare base64. Put data:image/jpeg;base64, or the file's own type before it.`,
    );
  }
  throw inputError(
    field,
    'wrong-value',
    `\`${field}\`: expected an http(s) URL of at most ${URL_CHARACTERS_MAX} characters, a data URL, or a file id; got ${shortJson(url)}.`,
  );
}

/**
 * Of several fields that mean the same, the one that was given.
 * @throws {ApiError} `invalid-argument` when two are given and differ.
 */
export function oneOfFields(
  fields: Readonly<Record<string, MediaRef | null | undefined>>,
): { readonly field: string; readonly source: MediaSource } | undefined {
  const given = Object.entries(fields).flatMap(([field, value]) =>
    isAbsent(value) ? [] : [{ field, source: readMediaSource(value, field) }],
  );
  const [first, ...others] = given;
  const other = others.find(({ source }) => JSON.stringify(source) !== JSON.stringify(first?.source));
  if (other === undefined) return first;
  throw inputError(
    [first!.field, other.field],
    'conflicting',
    `\`${first!.field}\` and \`${other.field}\` name different files. Give one.`,
  );
}

/** Some clients send an empty string or an empty object for "none". */
export function isAbsent(value: unknown): value is null | undefined | '' {
  return (
    value === null ||
    value === undefined ||
    value === '' ||
    (typeof value === 'object' && Object.keys(value).length === 0)
  );
}
