import type { Vec3 } from '@openimagine/render';
import { familyOf } from '../actors/family.ts';
import { RUN_STEP, WALK_STEP } from '../actors/person-posture.ts';
import type { Scene, SceneActor, SoundKind } from '../scene.ts';
import type { Hit, SoundCue, Whereabouts } from '../sound/cue.ts';
import { type Line, TAIL_SECONDS } from '../sound/speech/line.ts';
import type { Placed } from './cast.ts';
import { changeCues, goingEnvelope } from './change/change-cues.ts';
import { isExtra } from './extras.ts';
import { planLaunch } from './launch-plan.ts';
import { add, clamp, lengthOf, subtract } from './matrix.ts';
import type { Path } from './path.ts';
import { groundOf } from './place-cues.ts';
import type { Traveller } from './pose.ts';
import { project, type View } from './view.ts';

export interface ActorCueOptions {
  readonly scene: Scene;
  readonly travellers: readonly Traveller[];
  readonly lines: readonly Line[];
  readonly viewAt: (seconds: number) => View;
  readonly durationSeconds: number;
}

/** Of a herd or a flock so many are heard one by one. */
const HEARD_COPIES = 3;
const WAY_STEP_SECONDS = 0.25;

/** What the actors make heard, where the camera sees them. */
export function actorCues(options: ActorCueOptions): SoundCue[] {
  const { scene, travellers, lines, durationSeconds } = options;
  return travellers.flatMap((traveller) => {
    const { placed, path } = traveller;
    const { actor, copy } = placed;
    if (copy >= HEARD_COPIES) return [];
    const way = wayOf(traveller, options);
    const pan: [number, number] = [way[0]!.pan, way.at(-1)!.pan];
    // What is not there yet is not heard.
    const begins = actor.changes?.[0]?.kind === 'appear' ? actor.changes[0].from * durationSeconds : 0;
    const cues: SoundCue[] = (placed.built.cues ?? [])
      .filter(({ startSeconds }) => startSeconds >= begins)
      .map((cue) => ({ ...cue, pan: cue.pan === 0 ? pan : cue.pan }));
    const line = copy === 0 ? lines.find(({ actorId }) => actorId === actor.id) : undefined;
    if (line) cues.push({ ...speechCue(line, durationSeconds), pan: pan[0] * 0.6 });
    if (actor.motion.kind === 'launch') {
      if (actor.kind !== 'person') cues.push(...launchCues(placed, actor.motion.speed, pan, durationSeconds));
      return cues;
    }
    const share = (isExtra(actor) ? 0.5 : 1) / Math.sqrt(Math.min(HEARD_COPIES, actor.count));
    const all = { startSeconds: 0, durationSeconds, pan: 0, way } as const;
    cues.push(...changeCues(placed, way, durationSeconds));
    const moving = motionCue(placed, path, scene, durationSeconds);
    const going = goingEnvelope(actor, durationSeconds);
    if (moving)
      cues.push({
        ...all,
        ...moving,
        ...(going && !moving.hits ? { envelope: going } : {}),
        gain: moving.gain * share,
      });
    const call = callOf(actor, scene);
    if (call && !line) cues.push(...callCues(call, actor, copy, durationSeconds, way, share));
    return cues;
  });
}

/** Where the camera hears it from, several times a second. */
function wayOf({ placed, path }: Traveller, { viewAt, durationSeconds }: ActorCueOptions): Whereabouts[] {
  const count = Math.max(1, Math.ceil(durationSeconds / WAY_STEP_SECONDS));
  const middle: Vec3 = [0, placed.built.bounds.height * placed.scale * 0.5, 0];
  return Array.from({ length: count + 1 }, (_, i): Whereabouts => {
    const seconds = (durationSeconds * i) / count;
    const view = viewAt(seconds);
    const point = add(add(placed.position, path.at(seconds).offset), middle);
    const [x, , depth] = project(view, point);
    // What is behind the camera is heard from the side on which it left.
    const pan = depth > 0.3 ? clamp(x * 0.8, -1, 1) : Math.sign(x || 1) * -0.9;
    return { seconds, pan, distanceMetres: lengthOf(subtract(point, view.position)) };
  });
}

/** @param durationSeconds Behind it nothing is heard. */
export function speechCue(line: Line, durationSeconds: number): SoundCue {
  const { startSeconds, text, speaker, say } = line;
  return {
    kind: 'speech',
    startSeconds,
    durationSeconds: Math.max(0, Math.min(line.durationSeconds + TAIL_SECONDS, durationSeconds - startSeconds)),
    gain: 0.9,
    pan: 0,
    text,
    speaker,
    ...(say ? { say } : {}),
  };
}

type Moving = Pick<SoundCue, 'kind' | 'gain' | 'rate' | 'ground' | 'of' | 'hits'>;

const MOTORS: Readonly<Partial<Record<string, SoundKind>>> = {
  train: 'train',
  bicycle: 'bicycle',
  airplane: 'propeller',
};
const FLIERS: ReadonlySet<string> = new Set(['bird', 'dragon']);

function motionCue(placed: Placed, path: Path, scene: Scene, durationSeconds: number): Moving | undefined {
  const { actor } = placed;
  const { kind } = actor.motion;
  const family = familyOf(actor.kind);
  const { speed } = path.at(durationSeconds / 2);
  if (family === 'airplane' && (kind === 'fly' || kind === 'drive' || kind === 'idle'))
    return { kind: /\bjet|airliner|plane\b/iu.test(actor.word) ? 'jet' : 'propeller', gain: 0.9, of: actor.word };
  if (/^(?:helicopter|drone|quadcopter)$/iu.test(actor.word))
    return { kind: 'propeller', gain: 0.9, of: actor.word.toLowerCase() };
  if (kind === 'drive' && speed > 0.2) {
    const motor = MOTORS[family] ?? (family === 'boat' ? undefined : 'engine');
    if (/cart|carriage|wagon|pram|stroller|trolley|wheelchair|skateboard/iu.test(actor.word))
      return { kind: 'wheels', gain: 0.8, rate: speed };
    return motor && { kind: motor, gain: 0.9, rate: motor === 'train' ? speed / 6 : speed, of: motorOf(actor) };
  }
  if (kind === 'fly' && FLIERS.has(family))
    return {
      kind: 'wings',
      gain: family === 'dragon' ? 0.9 : 0.4,
      rate: clamp(3.2 / Math.sqrt(placed.built.bounds.width || 1), 1.2, 9),
    };
  if (placed.carrier || speed <= 0.2 || (kind !== 'walk' && kind !== 'run')) return undefined;
  const hits = stepsOf(placed, path, durationSeconds);
  if (!hits) return undefined;
  const ground = groundOf(scene);
  const feet = { hits, ground } as const;
  if (HOOFED.has(actor.kind)) return { ...feet, kind: 'hooves', gain: 0.9 };
  const soft = ground === 'snow' ? 'snowSteps' : 'footsteps';
  if (family === 'robot') return { ...feet, kind: 'footsteps', gain: 0.9, of: 'robot' };
  if (family === 'person') return { ...feet, kind: soft, gain: 0.85 };
  return { ...feet, kind: soft, gain: family === 'dragon' ? 1 : 0.4, of: family === 'dragon' ? 'robot' : 'paws' };
}

function motorOf({ kind, word }: SceneActor): string {
  const named = /\b(?:bus|truck|lorry|van|tractor|motorcycle|motorbike|scooter|boat)\b/iu
    .exec(word)?.[0]
    ?.toLowerCase();
  if (named === 'lorry' || named === 'van') return 'truck';
  return named === 'motorbike' || named === 'scooter' ? 'motorcycle' : (named ?? kind);
}

const HOOFED: ReadonlySet<string> = new Set([
  'horse',
  'cow',
  'deer',
  'donkey',
  'giraffe',
  'goat',
  'sheep',
  'unicorn',
  'zebra',
]);
/** Metres of a whole stride where a model has its own; of animals by their height. */
const STRIDES: Readonly<Record<string, readonly [walk: number, run: number]>> = {
  person: [WALK_STEP.stride, RUN_STEP.stride],
  robot: [0.62, 0.62],
  cat: [0.46, 1.1],
  fox: [0.62, 1.15],
  dragon: [1.7, 3.4],
};
/** When within a stride a foot lands, of two feet and of four at a walk and at a run. */
const TWO_FEET = [0, 0.5];
const FOUR_FEET = [0, 0.25, 0.5, 0.75];
const GALLOP = [0, 0.38, 0.5, 0.88];
const SAMPLES_PER_SECOND = 60;
const STEPS_MOST = 120;

/** Each moment in which a foot comes down, from the way that drives the legs. */
export function stepsOf({ actor, built }: Placed, path: Path, durationSeconds: number): Hit[] | undefined {
  const family = familyOf(actor.kind);
  const runs = actor.motion.kind === 'run';
  const byHeight = built.bounds.height * 0.7;
  const [walk, run] = STRIDES[family] ?? [byHeight * 1.65, byHeight * 3.5];
  const stride = runs ? run : walk;
  if (!(stride > 0.02)) return undefined;
  const isTwoFooted = family === 'person' || family === 'robot' || family === 'bird';
  const feet = isTwoFooted ? TWO_FEET : runs ? GALLOP : FOUR_FEET;
  const hits: Hit[] = [];
  let before = path.at(0).distance / stride;
  const count = Math.ceil(durationSeconds * SAMPLES_PER_SECOND);
  for (let i = 1; i <= count && hits.length < STEPS_MOST; i++) {
    const after = path.at(i / SAMPLES_PER_SECOND).distance / stride;
    for (const [foot, phase] of feet.entries()) {
      const landing = Math.floor(after - phase);
      if (after <= before || landing <= Math.floor(before - phase)) continue;
      const share = (landing + phase - before) / (after - before);
      hits.push({ seconds: (i - 1 + clamp(share, 0, 1)) / SAMPLES_PER_SECOND, gain: foot % 2 === 0 ? 1 : 0.84 });
    }
    before = after;
  }
  return hits.toSorted((a, b) => a.seconds - b.seconds);
}

/** How those cry who are in the picture, by kind or by word. */
const CALLS: readonly (readonly [RegExp, SoundKind])[] = [
  [/^(?:dog|puppy|corgi|poodle|labrador|husky|terrier|beagle|dachshund)/iu, 'bark'],
  [/^(?:lion|tiger|leopard|panther|jaguar|bear|dragon|dinosaur|monster|t-rex|gorilla)/iu, 'roar'],
  [/^(?:wol(?:f|ves)|coyote)/iu, 'howl'],
  [/^(?:cat|kitten|kitty)/iu, 'meow'],
  [/^(?:cow|bull|ox|buffalo|bison|calf)/iu, 'moo'],
  [/^(?:horse|pony|unicorn|donkey|zebra|mule|stallion|mare)/iu, 'neigh'],
  [/^(?:sheep|lamb|goat|ram)/iu, 'baa'],
  [/^(?:pig|piglet|boar|hog)/iu, 'oink'],
  [/^(?:elephant|mammoth)/iu, 'trumpet'],
  [/^(?:chicken|hen|rooster|turkey)/iu, 'cluck'],
  [/^(?:duck|duckling|goose|swan|penguin)/iu, 'quack'],
  [/^owl/iu, 'hoot'],
  [/^(?:seagull|gull|pelican)/iu, 'gulls'],
  [/^(?:whale|orca|dolphin)/iu, 'whale'],
  [/^(?:frog|toad)/iu, 'frogs'],
  [/^(?:monkey|ape|chimpanzee)/iu, 'monkeys'],
  [/^(?:bee|bumblebee|wasp|fly|dragonfly|mosquito)/iu, 'insects'],
  [/^(?:bird|parrot|eagle|sparrow|robin|canary|finch|flamingo|heron|hummingbird|kingfisher)/iu, 'tweet'],
  [/^(?:clock|grandfather clock|alarm clock|pocket watch|watch)/iu, 'clock'],
  [/^fountain/iu, 'fountain'],
  [/^(?:flag|banner)/iu, 'flag'],
];
/** Goes on without a pause. */
/** Whole words: a cowboy does not moo, nor does a caterpillar mew. */
const WHOLE_CALLS = CALLS.map(
  ([words, kind]) => [new RegExp(`${words.source}(?:s|es|ling|hound|ies)?$`, 'iu'), kind] as const,
);

const STEADY: ReadonlySet<SoundKind> = new Set(['clock', 'fountain', 'flag', 'insects', 'frogs', 'gulls', 'monkeys']);

function callOf(actor: SceneActor, scene: Scene): SoundKind | undefined {
  // Those who sleep, and what is only made of glass, do not cry.
  if (
    actor.pose === 'lying' ||
    /\b(?:statue|toy|stuffed|sculpture|origami|paper|sleeping|ceramic)\b/iu.test(actor.attributes.join(' '))
  )
    return undefined;
  const word = actor.word.split(/[\s-]/u).at(-1) ?? '';
  const call = (WHOLE_CALLS.find(([words]) => words.test(word)) ??
    WHOLE_CALLS.find(([words]) => words.test(actor.kind)))?.[1];
  if (call === undefined || scene.set === 'space') return undefined;
  return scene.set === 'underwater' && call !== 'whale' ? undefined : call;
}

function callCues(
  kind: SoundKind,
  actor: SceneActor,
  copy: number,
  durationSeconds: number,
  way: readonly Whereabouts[],
  share: number,
): SoundCue[] {
  const steady = STEADY.has(kind);
  const startSeconds = steady ? 0 : Math.min(durationSeconds * 0.5, 0.7 + copy * 0.9);
  const length = durationSeconds - startSeconds;
  const heard = way
    .filter(({ seconds }) => seconds >= startSeconds - WAY_STEP_SECONDS)
    .map((where) => ({ ...where, seconds: where.seconds - startSeconds }));
  return [{ kind, startSeconds, durationSeconds: length, gain: 0.75 * share, pan: 0, way: heard, of: actor.kind }];
}

/** A rumble from ignition on that swells at lift-off and fades as it climbs. */
function launchCues({ built }: Placed, speed: number, pan: [number, number], durationSeconds: number): SoundCue[] {
  const { height } = built.bounds;
  const plan = planLaunch(durationSeconds, height, speed);
  const length = durationSeconds - plan.ignitionSeconds;
  const lift = plan.liftOffSeconds - plan.ignitionSeconds;
  return [
    {
      kind: 'launch',
      startSeconds: plan.ignitionSeconds,
      durationSeconds: length,
      gain: 1,
      pan,
      distanceMetres: height * 2,
      envelope: [
        [0, 0],
        [0.25, 0.55],
        [lift, 0.85],
        [lift + 0.5, 1],
        [lift + (length - lift) * 0.5, 0.8],
        [length, 0.42],
      ],
    },
  ];
}
