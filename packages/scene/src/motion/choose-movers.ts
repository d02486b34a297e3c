import { blur, innerMap } from './mattes.ts';
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

/** Stars are seen by night, or when it falls. */
const isDarkEnough = ({ sight }: MotionStage, { elements }: Wishes): boolean =>
  sight.isNight || sight.stars.length > 0 || elements.some(({ element }) => element === 'nightfall');

const MAKERS: Readonly<Record<Element, Maker>> = {
  stars: (stage, { speed, direction }, wishes) =>
    isDarkEnough(stage, wishes)
      ? turnStars(stage, {
          // Slow and a time-lapse at once is how the sky is turned at its best: neither counts twice.
          speed: speed ** 0.5 * (wishes.isSlowMotion ? 0.6 : 1),
          isClockwise: wishes.turn ? wishes.turn === 'clockwise' : direction === 'right',
          hasTrails: wishes.elements.some(({ element }) => element === 'trails'),
        })
      : undefined,
  trails: (stage, wish, wishes) =>
    wishes.elements.some(({ element }) => element === 'stars') ? undefined : MAKERS.stars(stage, wish, wishes),
  meteors: (stage) => fallMeteors(stage, Math.max(1, Math.round(stage.seconds / 3))),
  aurora: (stage, { speed }) => hangAurora(stage, speed),
  clouds: (stage, { speed, direction }, wishes) =>
    driftClouds(stage, { speed: speed * paceOf(wishes), direction: direction === 'left' ? 'left' : 'right' }),
  water: (stage, { speed }, wishes) =>
    rippleWater(stage, { speed: speed * Math.sqrt(paceOf(wishes)), strength: 1 }) ??
    flow(stage, 90 * speed, 'down', 'the water flows'),
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
  breath: (stage, _wish, { animal }) => {
    const label = stage.sight.subjectLabel ?? 'subject';
    return breathe(stage, !LIVING.has(label), nameOf(label, animal));
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
    if (typeof mover === 'string') missing.push(mover);
    else movers.push(mover);
  }
  // A long quiet sky deserves one shooting star.
  if (moving.has('stars') && !moving.has('meteors') && stage.seconds >= 6) {
    const meteor = fallMeteors(stage, 1);
    if (meteor) movers.push({ ...(meteor.draw ? { draw: meteor.draw } : {}) });
  }
  return { movers, moving, missing };
}

/** @returns What was asked to leave and is not there, when nothing leaves. */
function departure(stage: MotionStage, subject: NonNullable<Wishes['subject']>): Mover | string {
  const label = stage.sight.subjectLabel;
  // A rocket is no thing that detectors know: parts of it pass for a person or a clock.
  const isTower = subject.isLaunch && subject.move === 'rise' && stage.tower !== undefined;
  const figure = isTower ? stage.tower : stage.figure;
  if (!figure || (!isTower && !mayBe(subject.name, label))) return subject.name ?? 'subject that could be cut out';
  const name = subject.name ?? (isTower ? 'rocket' : nameOf(label ?? 'subject', undefined));
  const says = subject.move === 'rise' ? `the ${name} takes off` : `the ${name} leaves to the ${subject.direction}`;
  const flies = !isTower && /^(?:bird|airplane|kite|cat|dog|person|horse|balloon)$/.test(label ?? '');
  const hasFlame = subject.move === 'rise' && subject.direction === 'up' && !flies && subject.isLaunch;
  const { direction, speed } = subject;
  return depart(stage, { direction, speed, hasFlame, figure, says }) ?? 'subject that could be cut out';
}

/** Detectors take one animal for another, so what the prompt says is believed. */
function nameOf(label: string, said: string | undefined): string {
  if (!LIVING.has(label)) return label;
  return said ?? (label === 'bird' ? 'bird' : 'animal');
}

/** Whether what the prompt names could be what was found: a dog may be a horse, and no cup. */
function mayBe(name: string | undefined, label: string | undefined): boolean {
  if (name === undefined || label === undefined) return true;
  const kind = KINDS.find((words) => words.test(name));
  return kind === undefined || kind.test(label);
}

const KINDS: readonly RegExp[] = [
  /^(?:cats?|kittens?|dogs?|pupp(?:y|ies)|birds?|ducks?|horses?|ponys?|sheep|cows?|elephants?|bears?|zebras?|giraffes?|fox(?:es)?|wolf|wolves|deer|rabbits?)$/,
  /^(?:cars?|taxis?|cabs?|bus(?:es)?|trucks?|lorry|vans?|trains?|trams?|boats?|ships?|airplanes?|planes?|motorcycles?|motorbikes?|bicycles?|bikes?|vehicles?)$/,
  /^(?:person|woman|man|girl|boy|lady|astronaut|child|people)$/,
];

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

/** A sky moves where it has clouds to be seen: clear blue, dusk and the glow round a sun are smooth. */
function hasClouds(stage: MotionStage): boolean {
  const sky = stage.map('sky');
  if (!sky) return false;
  const { columns, rows, data: light } = stage.luma;
  const inside = innerMap(sky, Math.max(2, Math.round(columns / 60))).data;
  const around = light.slice();
  const weight = inside.slice();
  const reach = Math.max(2, Math.round(columns / 16));
  for (let at = 0; at < around.length; at++) around[at]! *= inside[at]!;
  blur(around, columns, rows, reach);
  blur(weight, columns, rows, reach);
  let [area, squares] = [0, 0];
  for (let at = 0; at < light.length; at++) {
    if (inside[at]! < 0.5) continue;
    area += 1;
    squares += (light[at]! - around[at]! / weight[at]!) ** 2;
  }
  return area > light.length * SKY_SHARE_MIN && squares / area > 0.0003;
}

/** A narrow or torn strip of sky is better left alone. */
const SKY_SHARE_MIN = 0.13;

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
