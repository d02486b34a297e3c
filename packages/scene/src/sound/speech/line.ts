import type { Scene, SceneActor } from '../../scene.ts';
import type { OwnTime } from '../../stage/stage.ts';
import { type Speaker, speakerNameFor, speakerOf } from '../speakers.ts';
import type { Recording, Say } from './recording.ts';
import { type Spelled, spellOut } from './spell.ts';
import { humMouth, humSeconds } from './syllables.ts';

/** What one of the actors says, and when: shared by the sound and by the mouth that moves with it. */
export interface Line {
  readonly actorId: string;
  readonly text: string;
  /** The voice that fits who speaks. */
  readonly speaker: string;
  readonly startSeconds: number;
  readonly durationSeconds: number;
  /** Says it in any voice, in the same time; absent where the words can only be hummed. */
  readonly say?: (speaker: Speaker) => Recording;
  /** How far the mouth is open, 0 … 1, at a time of the film. */
  mouthAt(seconds: number): number;
}

/** The synthesiser's own voice, which is a woman's. */
const OWN_PITCH_HZ = 195;
const OWN_FORMANTS = 1.14;
/** A line that would not end within the film is said so much faster at most. */
const HASTE_MOST = 1.45;
const PAUSE_SECONDS = 0.35;
/** So long a line rings on behind its last sound. */
export const TAIL_SECONDS = 0.1;

/**
 * Who speaks when: one after the other, the first shortly after the film begins. Words are said at their own pace
 * however slow the scene's time runs, or backwards: each line lies there in it where the film comes by.
 * @param durationSeconds Of the scene.
 */
export function planLines(
  scene: Pick<Scene, 'actors'>,
  durationSeconds: number,
  say?: Say,
  time: OwnTime = { pace: 1 },
): Line[] {
  const { pace, turnsAt } = time;
  const lines = planInFilm(scene, durationSeconds / pace, say);
  if (pace === 1 && turnsAt === undefined) return lines;
  return lines.map((line) => {
    const length = line.durationSeconds * pace;
    const start = line.startSeconds * pace;
    return {
      ...line,
      startSeconds: turnsAt === undefined ? start : turnsAt - start - length - TAIL_SECONDS,
      durationSeconds: length,
      mouthAt: (seconds) => line.mouthAt((turnsAt === undefined ? seconds : turnsAt - seconds) / pace),
    };
  });
}

function planInFilm(scene: Pick<Scene, 'actors'>, durationSeconds: number, say?: Say): Line[] {
  const speaking = scene.actors.filter((actor): actor is SceneActor & { says: string } => actor.says !== undefined);
  const first = Math.min(0.6, durationSeconds * 0.1);
  const drafts = speaking.map((actor) => draftOf(actor, say));
  const whole = drafts.reduce((sum, { seconds }) => sum + seconds + PAUSE_SECONDS, 0);
  const pace = Math.min(HASTE_MOST, Math.max(1, whole / Math.max(0.5, durationSeconds - first)));
  let at = first;
  return drafts.map(({ actor, spelled, seconds }): Line => {
    const startSeconds = at;
    const length = seconds / pace;
    at += length + PAUSE_SECONDS;
    const speaker = speakerNameFor(actor);
    const line = { actorId: actor.id, text: actor.says, speaker, startSeconds, durationSeconds: length };
    if (!say || !spelled) return { ...line, mouthAt: humMouth(actor.says, startSeconds) };
    const sayAs = (who: Speaker) => speakAs(who, spelled, pace, say);
    return { ...line, say: sayAs, mouthAt: mouthOfRecording(sayAs(speakerOf(speaker)), startSeconds) };
  });
}

function draftOf(actor: SceneActor & { says: string }, say: Say | undefined) {
  const spelled = say ? spellOut(actor.says) : undefined;
  if (!say || !spelled) return { actor, spelled: undefined, seconds: humSeconds(actor.says) };
  const { samples, sampleRate } = speakAs(speakerOf(speakerNameFor(actor)), spelled, 1, say);
  return { actor, spelled, seconds: samples.length / sampleRate };
}

/**
 * A throat of another length: said lower and slower, or higher and faster, by as much as playing it at another rate
 * makes up for. Pitch and formants change apart, the time stays.
 */
function speakAs({ pitchHz, formants }: Speaker, { text, language }: Spelled, pace: number, say: Say): Recording {
  const stretch = formants / OWN_FORMANTS;
  const pitch = (pitchHz[0] + pitchHz[1]) / 2 / OWN_PITCH_HZ;
  const { samples, sampleRate } = say(text, { language, pitch: pitch / stretch, pace: pace / stretch });
  return { samples: trimmed(samples), sampleRate: sampleRate * stretch };
}

/** Without the silence before and after: words begin when the mouth does. */
function trimmed(samples: Float32Array): Float32Array {
  const least = 0.008;
  let from = 0;
  let to = samples.length;
  while (from < to && Math.abs(samples[from]!) < least) from++;
  while (to > from && Math.abs(samples[to - 1]!) < least) to--;
  return samples.subarray(Math.max(0, from - 160), Math.min(samples.length, to + 480));
}

const MOUTH_STEPS = 50;

/** The mouth opens with the loudness of what is said, below the hiss of consonants; smooth, and closed in pauses. */
function mouthOfRecording({ samples, sampleRate }: Recording, startSeconds: number): (seconds: number) => number {
  const step = sampleRate / MOUTH_STEPS;
  const count = Math.ceil(samples.length / step);
  const levels = new Float32Array(count + 2);
  let low = 0;
  for (let i = 0; i < count; i++) {
    let sum = 0;
    const end = Math.min(samples.length, Math.round((i + 1) * step));
    for (let at = Math.round(i * step); at < end; at++) {
      low += (samples[at]! - low) * 0.35;
      sum += low * low;
    }
    levels[i + 1] = Math.sqrt(sum / step);
  }
  const loudest = levels.reduce((most, level) => Math.max(most, level), 1e-6);
  const open = levels.map((level, i) => {
    const smooth = 0.5 * level + 0.25 * ((levels[i - 1] ?? 0) + (levels[i + 1] ?? 0));
    return Math.min(1, (smooth / loudest) ** 0.75 * 1.15);
  });
  return (seconds) => {
    const at = (seconds - startSeconds) * MOUTH_STEPS + 0.5;
    if (at < 0 || at >= count + 1) return 0;
    const i = Math.floor(at);
    return open[i]! + (open[i + 1]! - open[i]!) * (at - i);
  };
}
