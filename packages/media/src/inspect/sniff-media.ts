import { MediaError } from '../media-error.ts';
import { latin1 } from '../photo/image-scan.ts';
import { findStranger } from './strangers.ts';

export type MediaFormat = 'jpeg' | 'png' | 'webp' | 'gif' | 'mp4';

/** Brands of the pictures that share MP4's boxes. */
const PICTURE_BRANDS = /^(heic|heix|heim|heis|hevc|hevx|mif1|msf1|avif|avis|crx )$/;
const FIRST_BOXES = /^(ftyp|moov|mdat|free|skip|wide|pnot|uuid|styp)$/;

/**
 * Tells what a file is by its first bytes alone: names and media types are not asked.
 * @throws {MediaError} `unsupported`, naming what it is when that can be told.
 */
export function sniffMedia(bytes: Uint8Array): MediaFormat {
  if (bytes.length === 0) throw new MediaError('unsupported', 'expected a picture or a video, got an empty file');
  const head = latin1(bytes, 0, 4400);
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (/^RIFF....WEBP/s.test(head)) return 'webp';
  if (/^GIF8[79]a/.test(head)) return 'gif';
  const box = head.slice(4, 8);
  if (box === 'ftyp' && PICTURE_BRANDS.test(head.slice(8, 12))) {
    const isAvif = head.startsWith('avi', 8);
    throw stranger(isAvif ? 'an AVIF picture' : 'a HEIC picture', 'save it as a JPEG');
  }
  if (FIRST_BOXES.test(box)) return 'mp4';
  const known = findStranger(head);
  throw known ? stranger(known.name, known.advice) : stranger('something else', 'send one of these');
}

function stranger(name: string, advice: string): MediaError {
  return new MediaError(
    'unsupported',
    `expected a JPEG, PNG, WebP or GIF picture or an MP4 video, got ${name}; ${advice}`,
  );
}

/** Marks of what unpacks or runs elsewhere, long enough not to occur by chance in 100 MB. */
const FOREIGN_MARKS: readonly (readonly [mark: string, name: string])[] = [
  ['PK\x03\x04\x14\0', 'a ZIP archive'],
  ['PK\x03\x04\x0a\0', 'a ZIP archive'],
  ['PK\x05\x06\0\0\0\0', 'a ZIP archive'],
  ['Rar!\x1a\x07', 'a RAR archive'],
  ['<script', 'a script'],
  ['<SCRIPT', 'a script'],
  ['<html', 'a web page'],
  ['<!DOCTYPE', 'a web page'],
  ['<svg ', 'an SVG drawing'],
  ['<?php', 'a program'],
  ['%PDF-1', 'a PDF document'],
  ['#EXTM3U', 'a playlist'],
];
const FILM_MARKS = ['ftypisom', 'ftypmp4', 'ftypiso', 'ftypqt  '];
/** What closes the comment that a picture's bytes were hidden in. */
const PROGRAM = /^[\s -~]*\*\//;

/**
 * Refuses a file that is something else as well. Cameras hang previews and films behind their pictures, and editors leave
 * padding: that may stay, since it is never opened; what browsers, shells and archivers would run or unpack may not.
 * @param rest What the format itself does not read.
 * @throws {MediaError} `unsupported`.
 */
export function refuseForeign(what: string, rest: Uint8Array): void {
  if (rest.length === 0) return;
  const buffer = Buffer.from(rest.buffer, rest.byteOffset, rest.byteLength);
  const refuse = (name: string) => {
    const came = `got one with ${name} in it`;
    return new MediaError('unsupported', `expected a ${what} and nothing else, ${came}; save it anew`);
  };
  const found = FOREIGN_MARKS.find(([mark]) => buffer.includes(mark, 0, 'latin1'));
  if (found) throw refuse(found[1]);
  if (PROGRAM.test(latin1(rest, 0, 4096))) throw refuse('a program');
  const isPhoto = what === 'JPEG' || what === 'video';
  if (!isPhoto && FILM_MARKS.some((mark) => buffer.includes(mark, 0, 'latin1'))) throw refuse('a film');
}
