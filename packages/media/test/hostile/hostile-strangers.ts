import { append, mp4Box, uint32 } from '../make-mp4.ts';
import { tinyFilm } from '../tiny-film.ts';
import type { HostileFile } from './hostile-file.ts';

/** Where a file that names another one points: opening either would be noticed. */
export interface Canary {
  /** A pipe: whoever opens it waits for ever. */
  readonly path: string;
  /** Of a listener that counts. */
  readonly url: string;
}

const riff = (type: string, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), ...parts]);
  const head = Buffer.alloc(8);
  head.write('RIFF', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
};

/** Files that are something else than they are called, and those that make players open other files. */
export function hostileStrangers({ path, url }: Canary): readonly HostileFile[] {
  const unsupported = (name: string, text: string | Uint8Array, says: RegExp): HostileFile => ({
    name,
    make: () => (typeof text === 'string' ? Buffer.from(text, 'latin1') : text),
    refused: 'unsupported',
    says,
  });
  const playlist = `#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nfile://${path}\n${url}/segment.ts\n#EXT-X-ENDLIST\n`;
  const reference = (target: string) =>
    mp4Box(
      'rmda',
      mp4Box('rdrf', uint32(0), Buffer.from('url '), uint32(target.length + 1), Buffer.from(`${target}\0`)),
    );
  return [
    unsupported('hls-called-mp4', playlist, /a playlist \(HLS\)/),
    unsupported('hls-with-bom', `\xef\xbb\xbf${playlist}`, /a playlist/),
    unsupported(
      'hls-in-avi',
      riff('AVI ', Buffer.from(`LIST\x04\0\0\0hdrlGAB2\0\0${playlist}`, 'latin1')),
      /an AVI film/,
    ),
    unsupported('concat-script', `ffconcat version 1.0\nfile '${path}'\n`, /a script for ffmpeg/),
    unsupported('concat-list', `file '${path}'\nfile '${url}/x.mp4'\n`, /a list of files/),
    unsupported(
      'svg-with-entity',
      `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file://${path}">]><svg xmlns="http://www.w3.org/2000/svg"><image href="${url}/x.png"/>&x;</svg>`,
      /an SVG drawing/,
    ),
    unsupported('svg-plain', `<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>`, /an SVG drawing/),
    unsupported('dash-manifest', `<?xml version="1.0"?><MPD><BaseURL>${url}</BaseURL></MPD>`, /an XML document/),
    unsupported('html', `<!doctype html><img src="${url}/x">`, /a web page/),
    unsupported('pdf', '%PDF-1.7\n%\xe2\xe3', /a PDF document/),
    unsupported('postscript', `%!PS\n(${path}) run`, /a PostScript document/),
    unsupported('zip', 'PK\x03\x04\x14\0\0\0', /a ZIP archive/),
    unsupported('gzip', '\x1f\x8b\x08\0\0\0\0\0', /a packed archive/),
    unsupported('matroska', '\x1aE\xdf\xa3\x9fB\x86\x81\x01webm', /a Matroska or WebM film; convert it to MP4/),
    unsupported('ogg', 'OggS\0\x02', /an Ogg file/),
    unsupported(
      'mpeg-ts',
      Buffer.concat([Buffer.from('G'), Buffer.alloc(187), Buffer.from('G'), Buffer.alloc(187)]),
      /an MPEG stream/,
    ),
    unsupported('wav-says-4-gb', 'RIFF\xff\xff\xff\xffWAVEfmt ', /a WAV sound/),
    unsupported('riff-of-nothing', 'RIFF\x04\0\0\0NOPE', /something else/),
    unsupported('tiff', 'II*\0\x08\0\0\0', /a TIFF picture/),
    unsupported('json', '{"url":"file:///etc/passwd"}', /a JSON document/),
    unsupported('text', 'just some words\n', /got text/),
    unsupported('empty', '', /an empty file/),
    unsupported('one-byte', '\xff', /something else/),
    unsupported(
      'noise',
      Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * i * 31 + i * 17 + 0x91) & 255)),
      /something else/,
    ),
    {
      name: 'quicktime-reference-movie',
      make: () =>
        Buffer.concat([
          mp4Box('ftyp', Buffer.from('qt  \0\0\0\0')),
          mp4Box('moov', mp4Box('rmra', reference(`file://${path}`), reference(url))),
        ]),
      refused: 'unsupported',
      says: /only refers to other files/,
    },
    {
      name: 'mp4-media-elsewhere',
      make: async () => {
        const film = Buffer.from(await tinyFilm(1));
        const dref = film.indexOf('dref');
        // One reference, told to be elsewhere, at a path.
        film.writeUInt32BE(0, dref + 20);
        return append(
          film,
          ['moov', 'trak', 'mdia', 'minf', 'dinf', 'dref'],
          mp4Box('url ', uint32(0), Buffer.from(`file://${path}\0`)),
        );
      },
      refused: 'unsupported',
      says: /refers to other files/,
    },
  ];
}
