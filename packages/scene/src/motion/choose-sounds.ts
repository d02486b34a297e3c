import type { SoundKind } from '../scene.ts';
import type { SoundCue } from '../sound/cue.ts';
import { strikesOf } from './movers/air.ts';
import type { Wishes } from './read/read-wishes.ts';
import type { Element } from './read/wish-words.ts';
import type { MotionStage } from './stage.ts';

type Bed = readonly [kind: SoundKind, gain: number];

const OF_ELEMENT: Readonly<Partial<Record<Element, readonly Bed[]>>> = {
  stars: [
    ['crickets', 0.4],
    ['wind', 0.22],
  ],
  meteors: [['crickets', 0.3]],
  aurora: [['wind', 0.35]],
  clouds: [['wind', 0.4]],
  water: [['river', 0.42]],
  waves: [['sea', 0.75]],
  stream: [['river', 0.75]],
  waterfall: [['waterfall', 0.8]],
  foliage: [['wind', 0.5]],
  wind: [['wind', 0.8]],
  rain: [['rain', 0.8]],
  snow: [['wind', 0.35]],
  fog: [['wind', 0.3]],
  petals: [['wind', 0.3]],
  leaves: [['wind', 0.5]],
  embers: [['fire', 0.5]],
  fire: [['fire', 0.7]],
  fireflies: [['crickets', 0.6]],
  bubbles: [['underwater', 0.5]],
  lightning: [
    ['rain', 0.35],
    ['wind', 0.4],
  ],
};
const OF_DEPARTURE: Readonly<Record<string, SoundKind>> = {
  car: 'engine',
  truck: 'engine',
  bus: 'engine',
  motorcycle: 'engine',
  airplane: 'engine',
  boat: 'sea',
  train: 'train',
  horse: 'hooves',
  person: 'footsteps',
  dog: 'footsteps',
};
const THUNDER_METRES = 420;

/** What the film sounds like: what moves, the place it is in, and music where the words ask for calm or grandeur. */
export function chooseSounds(stage: MotionStage, wishes: Wishes, moving: ReadonlySet<Element>): readonly SoundCue[] {
  const { sight, seconds } = stage;
  const beds = new Map<SoundKind, number>();
  const add = (kind: SoundKind, gain: number) => beds.set(kind, Math.max(gain, beds.get(kind) ?? 0));
  for (const element of moving) for (const [kind, gain] of OF_ELEMENT[element] ?? []) add(kind, gain);
  const isOutside = sight.regions.sky !== undefined || moving.has('foliage');
  if (moving.has('waves') || (moving.has('water') && isSea(stage))) {
    beds.delete('river');
    add('sea', moving.has('waves') ? 0.75 : 0.55);
  }
  if (moving.has('foliage') && !sight.isNight && !moving.has('rain') && !moving.has('snow')) add('birds', 0.4);
  if (sight.isNight && sight.lights.length >= 6 && isOutside && !moving.has('stars')) add('city', 0.4);
  // Nothing but sky is no night out of doors.
  if (moving.has('stars') && !sight.regions.ground && !sight.regions.water && isAllSky(stage)) {
    beds.clear();
    add('space', 0.5);
  }
  for (const kind of wishes.sounds) if (kind !== 'music') add(kind, 0.6);
  if (wishes.elements.some(({ element }) => element === 'wind')) add('wind', 0.7);
  const cues: SoundCue[] = departures(stage, wishes);
  if (moving.has('lightning')) {
    for (const { at, x } of strikesOf(stage)) {
      const pan = (x / stage.width - 0.5) * 1.2;
      cues.push({
        kind: 'thunder',
        startSeconds: at,
        durationSeconds: 6,
        gain: 0.9,
        pan,
        distanceMetres: THUNDER_METRES,
      });
    }
  }
  const wantsMusic =
    wishes.sounds.includes('music') || wishes.isTimeLapse || wishes.isCinematic || (wishes.isSerene && moving.size > 0);
  if (wantsMusic) add('music', moving.has('stars') ? 0.62 : 0.5);
  if (beds.size === 0 && cues.length === 0 && !sight.isFlat) add(isOutside ? 'wind' : 'room', 0.4);
  for (const [kind, gain] of beds) {
    cues.push({
      kind,
      startSeconds: 0,
      durationSeconds: seconds,
      gain,
      pan: 0,
      ...(kind === 'music' ? { mood: 'calm' as const } : {}),
    });
  }
  return cues;
}

function isAllSky({ map }: MotionStage): boolean {
  const sky = map('sky');
  return sky !== undefined && sky.data.reduce((sum, share) => sum + share, 0) > sky.data.length * 0.97;
}

/** Water up to the horizon from edge to edge. */
function isSea({ sight, map, grid }: MotionStage): boolean {
  const water = map('water');
  if (!water || !sight.regions.sky || sight.isNight) return false;
  let columns = 0;
  for (let column = 0; column < grid.columns; column++) {
    let wet = 0;
    for (let row = 0; row < grid.rows; row++) if (water.data[row * grid.columns + column]! > 0.5) wet += 1;
    if (wet > grid.rows * 0.15) columns += 1;
  }
  const hasGround = sight.regions.ground !== undefined && (sight.horizonY ?? 0) < stageMiddle(sight.height) === false;
  return columns > grid.columns * 0.9 && !hasGround;
}

const stageMiddle = (height: number) => height * 0.62;

function departures(stage: MotionStage, { subject }: Wishes): SoundCue[] {
  if (!subject) return [];
  const { seconds, sight } = stage;
  const kind: SoundKind | undefined =
    subject.move === 'rise' && sight.subjectLabel !== 'bird' && sight.subjectLabel !== 'airplane'
      ? 'launch'
      : OF_DEPARTURE[sight.subjectLabel ?? ''];
  if (!kind) return [];
  const side = subject.direction === 'left' ? -0.9 : subject.direction === 'right' ? 0.9 : 0;
  return [{ kind, startSeconds: 0.3, durationSeconds: Math.max(0.5, seconds - 0.3), gain: 0.9, pan: [0, side] }];
}
