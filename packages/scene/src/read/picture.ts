import { CAMERA_RULES } from '../lexicon/camera-rules.ts';
import { EVENT_RULES } from '../lexicon/event-rules.ts';
import { LIGHT_RULES } from '../lexicon/light-rules.ts';
import { MOOD_RULES, PLAYBACK_RULES, TAIL_RULES } from '../lexicon/manner-rules.ts';
import { PARTICLE_RULES } from '../lexicon/particle-rules.ts';
import type { PictureFacts, PictureRule } from '../lexicon/picture-rule.ts';
import { STYLE_RULES } from '../lexicon/picture-rules.ts';
import { PLACE_RULES } from '../lexicon/place-rules.ts';
import { SOUND_RULES } from '../lexicon/sound-rules.ts';
import { TIME_RULES } from '../lexicon/time-rules.ts';
import { SEASON_RULES, WEATHER_RULES } from '../lexicon/weather-rules.ts';
import type { LightKind, Particle, SceneEvent, SoundKind } from '../scene.ts';
import { orderMoves, type ToldMove } from './camera-order.ts';
import { findHeard } from './heard.ts';
import type { Token } from './tokens.ts';
import { readTurns, type Turning } from './turns.ts';

/** What the prompt says about the picture as a whole, and which of its words that used up. */
export interface Picture {
  readonly facts: PictureFacts;
  readonly details: readonly string[];
  readonly events: readonly SceneEvent['kind'][];
  readonly sounds: readonly SoundKind[];
  readonly light: readonly LightKind[];
  readonly particles: readonly Particle[];
  readonly without: readonly string[];
  readonly turning: Turning;
  /** By token: true for words that no longer stand for things. */
  readonly isUsed: readonly boolean[];
}

const RULES: readonly PictureRule[] = [
  ...STYLE_RULES,
  ...PLAYBACK_RULES,
  ...CAMERA_RULES,
  ...MOOD_RULES,
  ...SOUND_RULES,
  ...TAIL_RULES,
  ...PARTICLE_RULES,
  ...EVENT_RULES,
  ...TIME_RULES,
  ...WEATHER_RULES,
  ...SEASON_RULES,
  ...LIGHT_RULES,
  ...PLACE_RULES,
];
const NEGATION =
  /\b(?:no|without|not|never|free of|don't want|don't show|avoid|lacking|devoid of|instead of)(?: [a-z]+ (?:or|nor))? (?:(?:any|the|a|an) )?$/;
const NEGATION_CHARACTERS = 48;

/** Reads style, camera, time, weather, season, light and events off the English tokens. Earlier rules win. */
export function readPicture(tokens: readonly Token[]): Picture {
  const starts: number[] = [];
  let text = '';
  for (const token of tokens) {
    starts.push(text.length);
    text += `${token.kind === 'word' ? token.word.replaceAll('-', ' ') : token.kind === 'mark' ? token.word : '"'} `;
  }
  const isUsed = tokens.map(() => false);
  const facts: PictureFacts = {};
  const details = new Set<string>();
  const events = new Set<SceneEvent['kind']>();
  const sounds = new Set<SoundKind>();
  const light = new Set<LightKind>();
  const particles = new Set<Particle>();
  const without = new Set<string>();
  const heard: [from: number, to: number][] = [];
  const told: ToldMove[] = [];
  for (const { from, to, sounds: kinds } of findHeard(text)) {
    if (NEGATION.test(text.slice(Math.max(0, from - NEGATION_CHARACTERS), from))) continue;
    for (const kind of kinds) sounds.add(kind);
    heard.push([from, to]);
  }
  for (const { match, says, keep } of RULES) {
    for (const found of text.matchAll(match)) {
      const range = tokenRange(starts, found.index, found.index + found[0].trimEnd().length);
      if (keep === undefined && isUsed.slice(...range).every(Boolean)) continue;
      if (keep === undefined) isUsed.fill(true, ...withoutOpening(range, tokens));
      if (NEGATION.test(text.slice(Math.max(0, found.index - NEGATION_CHARACTERS), found.index))) continue;
      const {
        details: moreDetails,
        events: moreEvents,
        sounds: moreSounds,
        light: lights,
        particles: moreParticles,
        without: gone,
        ...rest
      } = says;
      for (const detail of moreDetails ?? []) details.add(detail);
      for (const event of moreEvents ?? []) events.add(event);
      for (const sound of moreSounds ?? []) sounds.add(sound);
      for (const kind of lights ?? []) light.add(kind);
      for (const kind of moreParticles ?? []) particles.add(kind);
      for (const name of gone ?? []) without.add(name);
      fillIn(facts, rest);
      if (says.move !== undefined) told.push({ move: says.move, from: found.index, to: found.index + found[0].length });
      if (says.move !== undefined && /\b(?:slow|slowly|gently?|smooth|smoothly)\b/.test(found[0])) facts.speed ??= 0.5;
      if (says.move !== undefined && /\b(?:quick|quickly|fast)\b/.test(found[0])) facts.speed ??= 1.8;
    }
  }
  // What is only heard stands for no thing; yet its words may have named the weather or the music.
  for (const [from, to] of heard) isUsed.fill(true, ...tokenRange(starts, from, to));
  Object.assign(facts, orderMoves(text, told));
  if (facts.timeTo !== undefined && facts.time === facts.timeTo) delete facts.timeTo;
  return {
    facts,
    details: [...details],
    events: [...events],
    sounds: [...sounds],
    light: [...light],
    particles: [...particles],
    without: [...without],
    turning: readTurns(text),
    isUsed,
  };
}

const LITTLE = /^(?:in|on|at|under|during|with|by|into|through|across|over|a|an|the)$/;
const JOINT =
  /^(?:and|or|but|while|as|when|with|in|on|at|of|over|under|near|by|behind|beside|from|to|through|above|below|where|is|are)$/;

/** Of "a galleon in a stormy sea" the rule for storms must leave "in a", or the sea would be the galleon's. */
function withoutOpening([from, to]: [number, number], tokens: readonly Token[]): [number, number] {
  const next = tokens[to];
  if (next?.kind !== 'word' || JOINT.test(next.word)) return [from, to];
  const words = tokens.slice(from, to).map((token) => (token.kind === 'word' ? token.word : ''));
  const count = words.findIndex((word) => !LITTLE.test(word));
  // "At night one robot": the night is told, and the robot is not at anything.
  const isDescribed = /^(?:a|an|the)$/.test(words[count - 1] ?? '') || /(?:y|ed|ing|lit)$/.test(words.at(-1)!);
  return count > 0 && isDescribed ? [from + count, to] : [from, to];
}

/** Copies only what is not known yet. */
function fillIn(facts: PictureFacts, more: PictureFacts): void {
  for (const [name, value] of Object.entries(more)) {
    if (!(name in facts)) Object.assign(facts, { [name]: value });
  }
}

/** First token and the one after the last that a stretch of the text touches. */
function tokenRange(starts: readonly number[], from: number, to: number): [number, number] {
  return [Math.max(0, upperBound(starts, from) - 1), upperBound(starts, to - 1)];
}

function upperBound(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
