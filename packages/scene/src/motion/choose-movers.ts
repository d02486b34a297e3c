import type { Mover } from './mover.ts';
import { hangAurora, risePlume, rollFog, strikeLightning } from './movers/air.ts';
import { driftClouds } from './movers/clouds.ts';
import { changeDaylight } from './movers/daylight.ts';
import { swayFoliage } from './movers/foliage.ts';
import { flickerLights } from './movers/lights.ts';
import { rain, scatter } from './movers/particles.ts';
import { fallMeteors, turnStars } from './movers/stars.ts';
import { flowStream, foamOf } from './movers/stream.ts';
import { breathe, depart } from './movers/subject.ts';
import { rippleWater } from './movers/water.ts';
import type { ElementWish, Wishes } from './read/read-wishes.ts';
import type { Element } from './read/wish-words.ts';
import type { MotionStage } from './stage.ts';

export interface MoverChoice {
  readonly movers: readonly Mover[];
  /** What moves, whether it was asked for or found. */
  readonly moving: ReadonlySet<Element>;
  /** What was asked for and is not in the picture, as a noun. */
  readonly missing: readonly string[];
}

type Maker = (stage: MotionStage, wish: ElementWish, wishes: Wishes) => Mover | undefined;

/** With a time-lapse everything is faster, in slow motion slower. */
function paceOf({ isTimeLapse, isSlowMotion }: Wishes): number {
  return isSlowMotion ? 0.45 : isTimeLapse ? 2.4 : 1;
}

const falling =
  (kind: Parameters<typeof scatter>[1]): Maker =>
  (stage, { speed }, wishes) =>
    scatter(stage, kind, speed ** 0.6 * (wishes.isSlowMotion ? 0.5 : 1));
const daylight =
  (kind: Parameters<typeof changeDaylight>[1]): Maker =>
  (stage) =>
    changeDaylight(stage, kind);

const MAKERS: Readonly<Record<Element, Maker>> = {
  stars: (stage, { speed, direction }, wishes) =>
    turnStars(stage, {
      // Slow and a time-lapse at once is how the sky is turned at its best: neither counts twice.
      speed: speed ** 0.5 * (wishes.isSlowMotion ? 0.6 : 1),
      isClockwise: wishes.turn ? wishes.turn === 'clockwise' : direction === 'right',
      hasTrails: wishes.elements.some(({ element }) => element === 'trails'),
    }),
  trails: (stage, wish, wishes) =>
    wishes.elements.some(({ element }) => element === 'stars') ? undefined : MAKERS.stars(stage, wish, wishes),
  meteors: (stage) => fallMeteors(stage, Math.max(1, Math.round(stage.seconds / 3))),
  aurora: (stage, { speed }) => hangAurora(stage, speed),
  clouds: (stage, { speed, direction }, wishes) =>
    driftClouds(stage, { speed: speed * paceOf(wishes), direction: direction === 'left' ? 'left' : 'right' }),
  water: (stage, { speed }, wishes) => rippleWater(stage, { speed: speed * Math.sqrt(paceOf(wishes)), strength: 1 }),
  waves: (stage, { speed }, wishes) => rippleWater(stage, { speed: speed * Math.sqrt(paceOf(wishes)), strength: 2.2 }),
  stream: (stage, { speed, direction }) => flow(stage, 70 * speed, direction ?? 'down', 'the stream flows'),
  waterfall: (stage, { speed }) => flow(stage, 150 * speed, 'down', 'the water falls'),
  foliage: (stage, { speed }) => swayFoliage(stage, 1 + 0.5 * (speed - 1), speed),
  wind: (stage, { speed }) => swayFoliage(stage, 1.5 * speed ** 0.5, speed * 1.2),
  rain: (stage, { speed }) => rain(stage, speed),
  snow: falling('snow'),
  petals: falling('petals'),
  leaves: falling('leaves'),
  embers: falling('embers'),
  dust: falling('dust'),
  fireflies: falling('fireflies'),
  bubbles: falling('bubbles'),
  confetti: falling('confetti'),
  fog: (stage, { speed }) => rollFog(stage, speed),
  lights: (stage) => flickerLights(stage, 'lamp', 1),
  fire: (stage) => flickerLights(stage, 'flame', 1),
  smoke: (stage) => risePlume(stage, plumeFoot(stage, 'smoke'), 'smoke'),
  steam: (stage) => risePlume(stage, plumeFoot(stage, 'steam'), 'steam'),
  lightning: (stage) => strikeLightning(stage),
  rays: falling('dust'),
  sunrise: daylight('sunrise'),
  sunset: daylight('sunset'),
  nightfall: daylight('nightfall'),
  daybreak: daylight('daybreak'),
  breath: (stage) => {
    const name = stage.sight.subjectLabel ?? 'subject';
    return breathe(stage, !LIVING.has(name), name);
  },
};

/** What is said of an element that the picture lacks. */
const NOUNS: Readonly<Partial<Record<Element, string>>> = {
  stars: 'night sky',
  trails: 'night sky',
  meteors: 'sky',
  aurora: 'sky',
  clouds: 'sky',
  water: 'water',
  waves: 'water',
  stream: 'stream',
  waterfall: 'waterfall',
  foliage: 'leaves or grass',
  lights: 'lamps',
  fire: 'fire',
  breath: 'subject',
};

/** Only these are worth adding to a drawing or a page: nothing in it has a depth or a life of its own. */
const FIT_FOR_FLAT: ReadonlySet<Element> = new Set([
  ...(['rain', 'snow', 'fog', 'petals', 'leaves', 'embers', 'dust', 'fireflies', 'bubbles', 'confetti'] as const),
  ...(['sunset', 'sunrise', 'nightfall', 'daybreak', 'lightning'] as const),
]);

/** Makes what was wished for; when nothing was, what the picture itself suggests. */
export function chooseMovers(stage: MotionStage, wishes: Wishes): MoverChoice {
  const asked = wishes.elements;
  const isOpen = asked.length === 0 && !wishes.subject && (wishes.isEmpty || !wishes.camera);
  const wanted = isOpen ? suggest(stage, wishes) : asked;
  const movers: Mover[] = [];
  const moving = new Set<Element>();
  const missing: string[] = [];
  for (const wish of wanted) {
    const { element } = wish;
    const noun = NOUNS[element];
    const mover = stage.sight.isFlat && !FIT_FOR_FLAT.has(element) ? undefined : MAKERS[element](stage, wish, wishes);
    if (mover) {
      movers.push(mover);
      moving.add(element);
    } else if (noun && !isOpen && element !== 'trails' && !missing.includes(noun)) missing.push(noun);
  }
  if (wishes.subject) {
    const mover = departure(stage, wishes.subject);
    if (mover) movers.push(mover);
    else missing.push('subject that could be cut out');
  }
  // A long quiet sky deserves one shooting star.
  if (moving.has('stars') && !moving.has('meteors') && stage.seconds >= 6) {
    const meteor = fallMeteors(stage, 1);
    if (meteor) movers.push({ ...(meteor.draw ? { draw: meteor.draw } : {}) });
  }
  return { movers, moving, missing };
}

function departure(stage: MotionStage, subject: NonNullable<Wishes['subject']>): Mover | undefined {
  const name = stage.sight.subjectLabel ?? 'subject';
  const says = subject.move === 'rise' ? `the ${name} takes off` : `the ${name} leaves to the ${subject.direction}`;
  const flies = /^(?:bird|airplane|kite|cat|dog|person|horse|balloon)$/.test(name);
  const hasFlame = subject.move === 'rise' && subject.direction === 'up' && !flies && subject.isLaunch;
  return depart(stage, { direction: subject.direction, speed: subject.speed, hasFlame, says });
}

const LIVING = new Set(['cat', 'dog', 'bird', 'horse', 'sheep', 'cow', 'elephant', 'bear', 'zebra', 'giraffe']);

function suggest(stage: MotionStage, { still }: Wishes): readonly ElementWish[] {
  const { sight } = stage;
  if (sight.isFlat) return [];
  const found: ElementWish[] = [];
  const { sky, water } = sight.regions;
  if (sky && sight.isNight && sight.stars.length >= 12) found.push({ element: 'stars', speed: 0.65 });
  else if (sky && hasClouds(stage)) found.push({ element: 'clouds', speed: 0.8 });
  if (water && (sky || sight.faces.length === 0)) found.push({ element: 'water', speed: 0.8 });
  if (sight.isNight && sight.lights.length > 0 && found.length === 0) found.push({ element: 'lights', speed: 1 });
  // A green wall is no meadow: leaves are looked for out of doors, and around animals.
  const isOutside = sky !== undefined || sight.regions.ground !== undefined || LIVING.has(sight.subjectLabel ?? '');
  if (!sight.isNight && sight.faces.length === 0 && isOutside) found.push({ element: 'foliage', speed: 0.7 });
  if (sight.subjectLabel && LIVING.has(sight.subjectLabel)) found.push({ element: 'breath', speed: 1 });
  return found.filter(({ element }) => !still.has(element));
}

/** Clear blue moves without anybody seeing it. */
function hasClouds(stage: MotionStage): boolean {
  const sky = stage.map('sky');
  if (!sky) return false;
  let [count, sum, squares] = [0, 0, 0];
  for (let at = 0; at < sky.data.length; at++) {
    if (sky.data[at]! < 0.9) continue;
    const light = stage.luma.data[at]!;
    count += 1;
    sum += light;
    squares += light * light;
  }
  return count > sky.data.length * 0.04 && squares / count - (sum / count) ** 2 > 0.0008;
}

function flow(stage: MotionStage, pixelsPerSecond: number, direction: string, says: string): Mover | undefined {
  const angle = { left: Math.PI, right: 0, up: -Math.PI / 2, down: Math.PI / 2 }[direction] ?? Math.PI / 2;
  const matte = stage.matte('water');
  const map = stage.map('water');
  const water = matte && map ? { matte, map } : foamOf(stage);
  return water && flowStream(stage, water.matte, water.map, { pixelsPerSecond, direction: angle, says });
}

/** Steam comes out of a cup, smoke from what stands highest before the sky or else from the middle. */
function plumeFoot({ sight, width, height }: MotionStage, kind: 'steam' | 'smoke') {
  const cup = sight.things.find(({ label }) => /^(?:cup|bowl|wine glass|oven|hot dog|pizza)$/.test(label))?.box;
  const box = (kind === 'steam' ? cup : undefined) ?? sight.subjectBox;
  if (box) {
    const y = box.y + box.height * (kind === 'steam' ? 0.28 : 0.05);
    return { x: box.x + box.width * 0.48, y, width: Math.min(box.width * 0.55, height * 0.3) };
  }
  return { x: width / 2, y: (sight.horizonY ?? height * 0.6) + height * 0.02, width: height * 0.14 };
}
