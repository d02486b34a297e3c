/**
 * Renders the sound of films without their pictures, and measures it by ffmpeg's own meter:
 * node scripts/listen.ts ["a prompt" …] [--seconds 8] [--out folder]
 *
 * Without prompts: all of examples/prompts.json that are films from words. Each line says loudness (LUFS), true peak (dB),
 * what synthesis cost and what is heard; the last says whether all lie within −20 to −14 LUFS and below −1 dB.
 * With --out: the sound as .wav and its spectrogram as .png.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { renderSound } from '@openimagine/scene';
import { openStudio } from '../packages/engines/src/draft/draft-studio.ts';

interface Listed {
  readonly id: string;
  readonly op: string;
  readonly prompt: string;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '8' },
    out: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});
const seconds = Number(values.seconds);
const prompts = positionals.length > 0 ? positionals.map((prompt, i) => ({ id: `${i + 1}`, prompt })) : listed();
const studio = await openStudio();
if (values.out) mkdirSync(values.out, { recursive: true });
let isWithin = true;
for (const { id, prompt } of prompts) {
  const order = { prompt, seed: Number(values.seed), width: 1280, height: 720, seconds };
  const { stage } = studio.produce(order);
  const { user: before } = process.cpuUsage();
  const samples = renderSound(stage.cues, seconds, order.seed);
  const costMs = (process.cpuUsage().user - before) / 1000;
  const { loudness, peak } = measure(samples);
  const isFine = stage.cues.length === 0 ? loudness < -60 : loudness >= -20 && loudness <= -14 && peak <= -1;
  isWithin &&= isFine;
  const heard = [...new Set(stage.cues.map(({ kind }) => kind))].join(' ');
  console.log(
    `${isFine ? ' ' : '!'} ${loudness.toFixed(1).padStart(6)} LUFS ${peak.toFixed(1).padStart(5)} dB ${costMs.toFixed(0).padStart(5)} ms  ${id.slice(0, 14).padEnd(14)} ${heard}`,
  );
  if (values.out) draw(samples, join(values.out, id.replace(/\W+/gu, '-')));
}
console.log(isWithin ? 'all within -20 to -14 LUFS and below -1 dB' : 'some are not');
process.exitCode = isWithin ? 0 : 1;

function listed(): { id: string; prompt: string }[] {
  const all = JSON.parse(readFileSync(new URL('../examples/prompts.json', import.meta.url), 'utf8')) as Listed[];
  return all.filter(({ op, prompt }) => (op === 'video' || op === 'image') && !prompt.includes('<IMAGE'));
}

function ffmpeg(samples: Float32Array, options: readonly string[]): string {
  const input = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
  const done = spawnSync(
    'ffmpeg',
    ['-hide_banner', '-nostats', '-f', 'f32le', '-ar', '48000', '-ac', '2', '-i', '-', ...options],
    {
      input,
    },
  );
  return done.stderr.toString();
}

function measure(samples: Float32Array): { loudness: number; peak: number } {
  const told = ffmpeg(samples, ['-af', 'ebur128=peak=true', '-f', 'null', '-']).split('Summary:').at(-1) ?? '';
  const number = (pattern: RegExp) => Number(pattern.exec(told)?.[1] ?? Number.NaN);
  const peak = /Peak:\s+-inf/u.test(told) ? Number.NEGATIVE_INFINITY : number(/Peak:\s+(-?[\d.]+)/u);
  return { loudness: number(/I:\s+(-?[\d.]+)/u), peak };
}

function draw(samples: Float32Array, path: string): void {
  ffmpeg(samples, ['-y', `${path}.wav`]);
  ffmpeg(samples, ['-lavfi', 'showspectrumpic=s=800x300:legend=0:scale=log', '-y', `${path}.png`]);
}
