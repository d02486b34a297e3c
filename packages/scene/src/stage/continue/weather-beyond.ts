import { type Camera, SPRITE_STRIDE, type Sprites } from '@openimagine/render';
import type { Random } from '../../random.ts';
import type { Scene } from '../../scene.ts';
import type { BuiltSet } from '../../sets/set.ts';
import { createEvents, type StageEvents } from '../events.ts';
import type { View } from '../view.ts';
import { createWeather, type WeatherSprites } from '../weather.ts';
import type { StagedScene } from './later-light.ts';
import { progressOf, type StagedSequel } from './sequel.ts';

interface BeyondOptions {
  readonly scene: StagedScene;
  readonly set: BuiltSet;
  readonly view: View;
  readonly random: Random;
  readonly durationSeconds: number;
  readonly sequels: readonly StagedSequel[];
}

/** What falls after the film's end: new weather comes up, and the old one passes. */
export function continueWeather(own: WeatherSprites, options: BeyondOptions): WeatherSprites {
  const { scene, sequels, random } = options;
  const changes = sequels.flatMap((staged, index) => {
    const { weather, wind = scene.wind } = staged.sequel;
    if (weather === undefined) return [];
    const next: Scene = {
      ...scene,
      weather,
      wind,
      haze: weather === 'fog' ? 0.6 : 0,
      // Only what falls: leaves, motes and lights of the sky are there already.
      season: 'summer',
      setDetails: [],
      prompt: '',
      lightRays: false,
    };
    return [{ staged, sprites: createWeather({ ...options, scene: next, random: random.fork(`weather ${index}`) }) }];
  });
  if (changes.length === 0) return own;
  return {
    spritesAt(seconds: number, camera: Camera) {
      let batches = own.spritesAt(seconds, camera);
      for (const { staged, sprites } of changes) {
        const share = progressOf(staged, seconds, 0.6);
        if (share === 0) continue;
        batches = [...thinned(batches, 1 - share), ...thinned(sprites.spritesAt(seconds, camera), share)];
      }
      return batches;
    },
  };
}

const ALPHA = 8;

function thinned(batches: readonly Sprites[], share: number): Sprites[] {
  if (share <= 0) return [];
  return batches.map((batch) => {
    const data = new Float32Array(batch.data);
    for (let i = ALPHA; i < data.length; i += SPRITE_STRIDE) data[i]! *= share;
    return { ...batch, data };
  });
}

/** Lets the eye rest on the last picture before anything bursts. */
const PAUSE_SECONDS = 0.9;

/** The events of the scene with those of its sequels, which begin a moment after the film's end. */
export function continueEvents(own: StageEvents, options: BeyondOptions): StageEvents {
  const { scene, view, sequels, random } = options;
  const later = sequels.flatMap((staged, index) => {
    const { events, weather } = staged.sequel;
    const kinds = events.filter((kind) => kind === 'fireworks' || kind === 'lightning');
    const isStorm = weather === 'storm';
    if (kinds.length === 0 && !isStorm) return [];
    const from = staged.fromSeconds + PAUSE_SECONDS;
    const next: Scene = { ...scene, events: kinds.map((kind) => ({ kind })), weather: 'clear', actors: [] };
    const made = createEvents({
      scene: isStorm ? { ...next, weather } : next,
      view,
      random: random.fork(`events ${index}`),
      durationSeconds: staged.toSeconds - from,
    });
    return [{ from, made }];
  });
  if (later.length === 0) return own;
  const begun = (seconds: number) => later.filter(({ from }) => seconds >= from);
  return {
    strokes: [
      ...own.strokes,
      ...later.flatMap(({ from, made }) => made.strokes.map((one) => ({ ...one, seconds: one.seconds + from }))),
    ],
    bursts: [
      ...own.bursts,
      ...later.flatMap(({ from, made }) =>
        made.bursts.flatMap((one) => (one.seconds > 0 ? [{ ...one, seconds: one.seconds + from }] : [])),
      ),
    ],
    flashAt(seconds) {
      const [first] = begun(seconds);
      return first ? first.made.flashAt(seconds - first.from) : own.flashAt(seconds);
    },
    lightsAt: (seconds) => [
      ...own.lightsAt(seconds),
      ...begun(seconds).flatMap(({ from, made }) => made.lightsAt(seconds - from)),
    ],
    spritesAt: (seconds) => [
      ...own.spritesAt(seconds),
      ...begun(seconds).flatMap(({ from, made }) => made.spritesAt(seconds - from)),
    ],
    glowAt: own.glowAt,
  };
}
