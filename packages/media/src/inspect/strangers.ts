/** A kind of file that we do not open, so that a refusal can name it. */
export interface Stranger {
  readonly name: string;
  readonly advice: string;
  /** First bytes, one character each; `?` stands for any. */
  readonly magic?: readonly string[];
  /** Of those that are text. */
  readonly pattern?: RegExp;
}

const TO_MP4 = 'convert it to MP4';
const TO_PNG = 'save it as a PNG';
const TO_JPEG = 'save it as a JPEG';
const UNPACK = 'unpack it and send what is in it';
const SEND_OURS = 'send one of these';
const SEND_VIDEO = 'send the video itself';

/** The first that matches names the file; order counts. */
export const STRANGERS: readonly Stranger[] = [
  { name: 'an AVI film', advice: TO_MP4, magic: ['RIFF????AVI '] },
  { name: 'a WAV sound', advice: SEND_OURS, magic: ['RIFF????WAVE', 'RF64????WAVE'] },
  { name: 'a Matroska or WebM film', advice: TO_MP4, magic: ['\x1aE\xdf\xa3'] },
  { name: 'a Flash film', advice: TO_MP4, magic: ['FLV\x01', 'FWS', 'CWS', 'ZWS'] },
  { name: 'an Ogg file', advice: TO_MP4, magic: ['OggS'] },
  { name: 'an MPEG stream', advice: TO_MP4, magic: ['\0\0\x01\xba', '\0\0\x01\xb3', `G${'?'.repeat(187)}G`] },
  { name: 'a WMV film', advice: TO_MP4, magic: ['0&\xb2u'] },
  { name: 'a ZIP archive', advice: UNPACK, magic: ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'] },
  { name: 'a packed archive', advice: UNPACK, magic: ['\x1f\x8b', 'Rar!', '7z\xbc\xaf', 'BZh', '\xfd7zXZ'] },
  { name: 'a BMP picture', advice: TO_PNG, magic: ['BM????\0\0\0\0'] },
  { name: 'a TIFF picture', advice: TO_JPEG, magic: ['II*\0', 'MM\0*', 'II+\0', 'MM\0+'] },
  { name: 'an icon', advice: TO_PNG, magic: ['\0\0\x01\0', '\0\0\x02\0'] },
  { name: 'a Photoshop document', advice: TO_PNG, magic: ['8BPS'] },
  { name: 'a JPEG XL picture', advice: TO_JPEG, magic: ['\xff\x0a', '\0\0\0\x0cJXL '] },
  { name: 'a JPEG 2000 picture', advice: TO_JPEG, magic: ['\0\0\0\x0cjP', '\xff\x4f\xff\x51'] },
  { name: 'an MP3 sound', advice: SEND_OURS, magic: ['ID3', '\xff\xfb', '\xff\xf3', '\xff\xf2'] },
  { name: 'a playlist (HLS)', advice: SEND_VIDEO, pattern: /^#EXT/ },
  { name: 'a script for ffmpeg', advice: SEND_VIDEO, pattern: /^ffconcat version/ },
  { name: 'a list of files', advice: SEND_VIDEO, pattern: /^(file|stream)\s+['"/a-z]/i },
  { name: 'a PDF document', advice: 'save its page as a PNG', pattern: /^%PDF-/ },
  { name: 'a PostScript document', advice: 'save its page as a PNG', pattern: /^%!PS/ },
  { name: 'an SVG drawing', advice: TO_PNG, pattern: /^<[\s\S]{0,4096}?<svg[\s>]|^<svg[\s>]/i },
  { name: 'a web page', advice: 'send the file, not its page', pattern: /^<(!doctype|html|head|body|script|\?php)/i },
  { name: 'an XML document', advice: SEND_OURS, pattern: /^<\?xml/ },
  { name: 'a JSON document', advice: SEND_OURS, pattern: /^[[{]\s*["[{\]}\d]/ },
  { name: 'text', advice: SEND_OURS, pattern: /^[\s -~]+$/ },
];

/** @param head The first few thousand bytes, one character each. */
export function findStranger(head: string): Stranger | undefined {
  const text = head.replace(/^\xef\xbb\xbf/, '').trimStart();
  return STRANGERS.find(({ magic, pattern }) => magic?.some((bytes) => startsWith(head, bytes)) || pattern?.test(text));
}

function startsWith(head: string, magic: string): boolean {
  if (head.length < magic.length) return false;
  for (let i = 0; i < magic.length; i++) if (magic[i] !== '?' && magic[i] !== head[i]) return false;
  return true;
}
