import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import createPico, { type PicoModule } from '@echogarden/svoxpico-wasm';
import type { Manner, Recording, Say, SpokenLanguage } from '@openimagine/scene';

const VOICES = new URL('../../../voices/', import.meta.url);
const FILES: Readonly<Record<SpokenLanguage, readonly [analysis: string, sound: string]>> = {
  en: ['en-US_ta', 'en-US_lh0_sg'],
  es: ['es-ES_ta', 'es-ES_zl0_sg'],
  de: ['de-DE_ta', 'de-DE_gl0_sg'],
  fr: ['fr-FR_ta', 'fr-FR_nk0_sg'],
};
const PICO_SAMPLE_RATE = 16_000;
/** Of the synthesiser's own heap for one language: a voice of at most 1.4 MB, and an engine. */
const HEAP_BYTES = 5_000_000;
const BUFFER_BYTES = 4096;
const STEP_BUSY = 201;
/** Of `<pitch>` and `<speed>`, in per cent: beyond, the synthesiser refuses the text. */
const PITCH = [50, 200] as const;
const SPEED = [20, 500] as const;
/** Recordings of one film: a few lines, in the voices that are tried for them. */
const KEPT = 12;

/** A language, ready to speak. */
interface Voice {
  readonly system: number;
  readonly name: number;
}

/** Loads the synthesiser (about 30 ms); a language's voice is loaded when it first speaks. */
export async function openSpeech(): Promise<Say> {
  const pico = await createPico();
  const voices = new Map<SpokenLanguage, Voice>();
  const recordings = new Map<string, Recording>();
  // The synthesiser's noise remembers what was said before: each text is said by one that has said nothing yet.
  let fresh: Uint8Array | undefined;
  return (text, manner) => {
    const key = JSON.stringify([text, manner]);
    const kept = recordings.get(key);
    if (kept) return kept;
    if (fresh) pico.HEAPU8.set(fresh);
    const voice = voices.get(manner.language) ?? loadVoice(pico, manner.language);
    if (!voices.has(manner.language)) fresh = pico.HEAPU8.slice();
    voices.set(manner.language, voice);
    const recording = { samples: speak(pico, voice, text, manner), sampleRate: PICO_SAMPLE_RATE };
    if (recordings.size >= KEPT) recordings.clear();
    recordings.set(key, recording);
    return recording;
  };
}

function loadVoice(pico: PicoModule, language: SpokenLanguage): Voice {
  const out = pico._malloc(4);
  check(pico._pico_initialize(pico._malloc(HEAP_BYTES), HEAP_BYTES, out), 'start');
  const system = pico.HEAP32[out >> 2]!;
  const name = writeText(pico, language);
  check(pico._pico_createVoiceDefinition(system, name), 'define a voice');
  for (const file of FILES[language]) {
    // The loader knows its files by this ending.
    const path = `/${file}.bin`;
    pico.FS.writeFile(path, brotliDecompressSync(readFileSync(new URL(`${file}.bin.br`, VOICES))));
    const pathAt = writeText(pico, path);
    check(pico._pico_loadResource(system, pathAt, out), `load ${file}`);
    // The library has read all of it into its heap.
    pico.FS.unlink(path);
    pico._free(pathAt);
    const resourceName = pico._malloc(64);
    check(pico._pico_getResourceName(system, pico.HEAP32[out >> 2]!, resourceName), `name ${file}`);
    check(pico._pico_addResourceToVoiceDefinition(system, name, resourceName), `add ${file}`);
    pico._free(resourceName);
  }
  pico._free(out);
  return { system, name };
}

function speak(pico: PicoModule, { system, name }: Voice, text: string, manner: Manner): Float32Array {
  const out = pico._malloc(16);
  const buffer = pico._malloc(BUFFER_BYTES);
  check(pico._pico_newEngine(system, name, out), 'begin');
  const engine = pico.HEAP32[out >> 2]!;
  const marked = markUp(text, manner);
  const textAt = writeText(pico, marked);
  const pieces: Int16Array[] = [];
  let [at, left] = [textAt, Buffer.byteLength(marked) + 1];
  while (left > 0) {
    check(pico._pico_putTextUtf8(engine, at, left, out + 4), 'take the text');
    const put = pico.HEAP16[(out + 4) >> 1]!;
    at += put;
    left -= put;
    let status: number;
    do {
      status = pico._pico_getData(engine, buffer, BUFFER_BYTES, out + 8, out + 12);
      const received = pico.HEAP16[(out + 8) >> 1]!;
      if (received > 0) pieces.push(pico.HEAP16.slice(buffer >> 1, (buffer + received) >> 1));
    } while (status === STEP_BUSY);
  }
  check(pico._pico_disposeEngine(system, out), 'end');
  for (const address of [out, buffer, textAt]) pico._free(address);
  const samples = new Float32Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let length = 0;
  for (const piece of pieces) for (const sample of piece) samples[length++] = sample / 0x8000;
  return samples;
}

/** The text may hold no markup of its own. */
function markUp(text: string, { pitch, pace }: Manner): string {
  const plain = text.replace(/[<>&]/gu, ' ');
  const percent = (value: number, [least, most]: readonly [number, number]) =>
    Math.round(Math.min(most, Math.max(least, value * 100)));
  return `<pitch level="${percent(pitch, PITCH)}"><speed level="${percent(pace, SPEED)}">${plain}</speed></pitch>`;
}

function writeText(pico: PicoModule, text: string): number {
  const bytes = Buffer.from(`${text}\0`);
  const at = pico._malloc(bytes.length);
  pico.HEAPU8.set(bytes, at);
  return at;
}

function check(status: number, doing: string): void {
  if (status !== 0) throw new Error(`speech: could not ${doing} (status ${status})`);
}
